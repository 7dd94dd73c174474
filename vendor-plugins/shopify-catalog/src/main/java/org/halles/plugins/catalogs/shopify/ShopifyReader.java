package org.halles.plugins.catalogs.shopify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogField;
import org.halles.spi.CatalogProblem;
import org.halles.spi.CatalogReader;
import org.halles.spi.CatalogRow;

/** Reads rows of either vintage: the older name of a column is tried first, then the newer one. */
final class ShopifyReader implements CatalogReader {

  /** A listing's rows stand together or nearly so; older ones' option names are forgotten. */
  private static final int REMEMBERED = 1_000;

  private static final int OPTIONS = 3;

  private final Map<String, List<String>> optionNames =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Override
  public Optional<CatalogEntry> read(CatalogRow row) {
    if (row.cells().isEmpty()) {
      return Optional.empty();
    }
    String handle = row.cell(row.firstOf("Handle", "URL handle"));
    CatalogEntry.Builder entry =
        CatalogEntry.of(handle.isEmpty() ? "row " + row.number() : handle, row);
    if (handle.isEmpty()) {
      entry.problem(withoutHandle());
    }
    listing(row, entry);
    if (isVariant(row)) {
      variant(row, entry, namesOf(handle, row));
    }
    return Optional.of(entry.build());
  }

  private static boolean isVariant(CatalogRow row) {
    return !row.cell(row.firstOf("Variant Price", "Price")).isEmpty()
        || !row.cell(row.firstOf("Variant SKU", "SKU")).isEmpty()
        || !row.cell("Option1 Value").isEmpty()
        || !row.cell("Title").isEmpty();
  }

  private static void listing(CatalogRow row, CatalogEntry.Builder entry) {
    entry
        .take(CatalogField.TITLE, "Title")
        .take(CatalogField.DESCRIPTION, "Body (HTML)", "Description")
        .take(
            CatalogField.CATEGORY,
            "Product Category",
            "Type",
            "Custom Product Type",
            "Google Shopping / Google Product Category")
        .say(CatalogField.ATTRIBUTE, "brand", row.cell("Vendor"), "Vendor")
        .say(CatalogField.ATTRIBUTE, "tags", row.cell("Tags"), "Tags");
    if (!row.cell("Title").isEmpty()) {
      entry.say(CatalogField.PUBLISHED, "", published(row), row.firstOf("Status", "Published"));
    }
    String picture = row.firstOf("Image Src", "Product image URL");
    entry.say(CatalogField.IMAGE, row.cell("Image Alt Text"), row.cell(picture), picture);
    if (row.cell("Gift Card").equalsIgnoreCase("true")) {
      entry.problem(giftCard());
    }
  }

  private static String published(CatalogRow row) {
    String status = row.cell("Status").toLowerCase(Locale.ROOT);
    String shown = row.cell(row.firstOf("Published", "Published on online store"));
    boolean hidden =
        status.equals("draft") || status.equals("archived") || shown.equalsIgnoreCase("false");
    return String.valueOf(!hidden);
  }

  private void variant(CatalogRow row, CatalogEntry.Builder entry, List<String> names) {
    entry.take(CatalogField.SKU, "Variant SKU", "SKU");
    for (int number = 1; number <= OPTIONS; number++) {
      String column = "Option" + number + " Value";
      String name = names.get(number - 1);
      if (!isPlaceholder(name, row.cell(column))) {
        entry.say(CatalogField.OPTION, name, row.cell(column), column);
      }
    }
    entry
        .take(CatalogField.PRICE, "Variant Price", "Price")
        .take(CatalogField.STOCK, "Variant Inventory Qty", "Inventory quantity")
        .take(CatalogField.GTIN, "Variant Barcode", "Barcode")
        .take(CatalogField.WEIGHT_GRAMS, "Variant Grams", "Weight value (grams)")
        .say(
            CatalogField.CONDITION,
            "",
            condition(row.cell("Google Shopping / Condition")),
            "Google Shopping / Condition");
  }

  /** What Shopify writes where there is nothing to choose. */
  private static boolean isPlaceholder(String name, String value) {
    return name.equalsIgnoreCase("Title") && value.equalsIgnoreCase("Default Title");
  }

  private static String condition(String google) {
    return google.equalsIgnoreCase("used") ? "good" : google.toLowerCase(Locale.ROOT);
  }

  /** Option names stand on the first row of a handle only. */
  private List<String> namesOf(String handle, CatalogRow row) {
    List<String> known = optionNames.getOrDefault(handle, List.of("", "", ""));
    List<String> names = new ArrayList<>();
    for (int number = 1; number <= OPTIONS; number++) {
      String given = row.cell("Option" + number + " Name");
      String before = known.get(number - 1);
      names.add(!given.isEmpty() ? given : before.isEmpty() ? "Option " + number : before);
    }
    optionNames.put(handle, names);
    return names;
  }

  private static CatalogProblem withoutHandle() {
    return CatalogProblem.of(
        "Handle",
        "",
        "the row has no handle, so it belongs to no product",
        "give the product's rows the same handle",
        "la ligne n’a pas de handle : elle n’appartient à aucun produit",
        "donnez le même handle à toutes les lignes du produit");
  }

  private static CatalogProblem giftCard() {
    return CatalogProblem.of(
        "Gift Card",
        "true",
        "gift cards cannot be sold here",
        "take the row out of the file",
        "les cartes cadeaux ne se vendent pas ici",
        "retirez la ligne du fichier");
  }
}
