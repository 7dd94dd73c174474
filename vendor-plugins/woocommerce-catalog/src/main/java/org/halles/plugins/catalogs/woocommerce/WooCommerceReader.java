package org.halles.plugins.catalogs.woocommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogField;
import org.halles.spi.CatalogProblem;
import org.halles.spi.CatalogReader;
import org.halles.spi.CatalogRow;

/** Reads rows. Parents are named by SKU or, as {@code id:44}, by the shop's own number. */
final class WooCommerceReader implements CatalogReader {

  private static final Map<String, String> GRAMS_IN =
      Map.of("kg", "1000", "g", "1", "lbs", "453.59237", "lb", "453.59237", "oz", "28.349523125");

  private final Map<String, String> keyOfId = new HashMap<>();
  private final List<String> weights;
  private final int attributes;
  private final boolean hasIds;

  WooCommerceReader(List<String> header) {
    List<String> names =
        header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    this.weights = names.stream().filter(name -> name.startsWith("weight (")).limit(1).toList();
    this.attributes =
        (int) names.stream().filter(name -> name.matches("attribute \\d+ name")).count();
    this.hasIds = names.contains("id") && names.contains("parent");
  }

  @Override
  public boolean looksAhead() {
    return hasIds;
  }

  @Override
  public void look(CatalogRow row) {
    if (!row.cell("ID").isEmpty() && !isVariation(row)) {
      keyOfId.put(row.cell("ID"), keyOf(row));
    }
  }

  @Override
  public Optional<CatalogEntry> read(CatalogRow row) {
    if (row.cells().isEmpty()) {
      return Optional.empty();
    }
    boolean variation = isVariation(row);
    CatalogEntry.Builder entry = CatalogEntry.of(variation ? parentOf(row) : keyOf(row), row);
    if (variation) {
      variant(row, entry);
      options(row, entry);
    } else {
      product(row, entry);
    }
    return Optional.of(entry.build());
  }

  private static String type(CatalogRow row) {
    return row.cell("Type").toLowerCase(Locale.ROOT);
  }

  private static boolean isVariation(CatalogRow row) {
    return type(row).startsWith("variation");
  }

  private static String keyOf(CatalogRow row) {
    if (!row.cell("SKU").isEmpty()) {
      return row.cell("SKU");
    }
    return row.cell("ID").isEmpty() ? "row " + row.number() : "id:" + row.cell("ID");
  }

  private String parentOf(CatalogRow row) {
    String parent = row.cell("Parent");
    if (parent.isEmpty()) {
      return "row " + row.number();
    }
    return parent.startsWith("id:") ? keyOfId.getOrDefault(parent.substring(3), parent) : parent;
  }

  private void product(CatalogRow row, CatalogEntry.Builder entry) {
    String type = type(row);
    if (!row.cell("Parent").isEmpty()) {
      entry.remark(withParent(row));
    }
    entry
        .take(CatalogField.TITLE, "Name")
        .take(CatalogField.DESCRIPTION, "Description", "Short description")
        .say(CatalogField.PUBLISHED, "", published(row.cell("Published")), "Published")
        .say(CatalogField.CATEGORY, "", first(row.cell("Categories")), "Categories")
        .say(CatalogField.ATTRIBUTE, "tags", Values.told(row.cell("Tags")), "Tags")
        .say(CatalogField.ATTRIBUTE, "brand", Values.told(row.cell("Brands")), "Brands");
    if (type.contains("downloadable")) {
      entry.say(CatalogField.KIND, "", "digital", "Type");
    } else if (type.contains("virtual")) {
      entry.say(CatalogField.KIND, "", "service", "Type");
    }
    attributes(row, entry);
    Values.split(row.cell("Images"))
        .forEach(address -> entry.say(CatalogField.IMAGE, "", address, "Images"));
    if (type.startsWith("grouped") || type.startsWith("external")) {
      entry.problem(withoutTerms(row.cell("Type")));
    } else if (!type.startsWith("variable") || !price(row).isEmpty()) {
      variant(row, entry);
    }
  }

  private static String published(String cell) {
    return cell.isEmpty() ? "" : String.valueOf(cell.equals("1"));
  }

  private static String first(String categories) {
    List<String> values = Values.split(categories);
    return values.isEmpty() ? "" : values.get(0);
  }

  private void variant(CatalogRow row, CatalogEntry.Builder entry) {
    entry
        .take(CatalogField.SKU, "SKU")
        .say(CatalogField.PRICE, "", price(row), priceColumn(row))
        .say(CatalogField.STOCK, "", stock(row), "Stock")
        .take(CatalogField.GTIN, "GTIN, UPC, EAN, or ISBN");
    weights.forEach(
        column ->
            entry.say(CatalogField.WEIGHT_GRAMS, "", grams(row.cell(column), column), column));
  }

  /** A sale without an end is the price; one with dates is over some day, and nobody would tell. */
  private static String priceColumn(CatalogRow row) {
    boolean dated =
        !row.cell("Date sale price starts").isEmpty()
            || !row.cell("Date sale price ends").isEmpty();
    return dated ? "Regular price" : row.firstOf("Sale price", "Regular price");
  }

  private static String price(CatalogRow row) {
    return row.cell(priceColumn(row));
  }

  private static String stock(CatalogRow row) {
    String stock = row.cell("Stock");
    if (stock.isEmpty() && row.cell("In stock?").equals("0")) {
      return "0";
    }
    return stock.equalsIgnoreCase("parent") ? "" : stock;
  }

  private static String grams(String cell, String column) {
    String unit = column.replaceAll(".*\\(|\\).*", "");
    String factor = GRAMS_IN.get(unit);
    if (factor == null || !cell.matches("\\d{0,9}([.]\\d{0,9})?") || !cell.matches(".*\\d.*")) {
      return cell;
    }
    return new BigDecimal(cell)
        .multiply(new BigDecimal(factor))
        .setScale(0, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private void attributes(CatalogRow row, CatalogEntry.Builder entry) {
    for (int number = 1; number <= attributes; number++) {
      String column = "Attribute " + number + " value(s)";
      String name = row.cell("Attribute " + number + " name");
      if (!name.isEmpty()) {
        entry.say(CatalogField.ATTRIBUTE, name, Values.told(row.cell(column)), column);
      }
    }
  }

  private void options(CatalogRow row, CatalogEntry.Builder entry) {
    for (int number = 1; number <= attributes; number++) {
      String column = "Attribute " + number + " value(s)";
      String name = row.cell("Attribute " + number + " name");
      if (!name.isEmpty()) {
        entry.say(CatalogField.OPTION, name, Values.told(row.cell(column)), column);
      }
    }
  }

  /** Spreadsheets lose the type of a variation now and then; only the vendor knows which is so. */
  private static CatalogProblem withParent(CatalogRow row) {
    String type = row.cell("Type").isEmpty() ? "simple" : row.cell("Type");
    return CatalogProblem.of(
        "Parent",
        row.cell("Parent"),
        "the row names a parent, but is a product of its own by its type (" + type + ")",
        "write variation as its type if it is one, or empty this cell",
        "la ligne nomme un parent, mais est un produit à part entière d’après son type ("
            + type
            + ")",
        "écrivez variation comme type si c’en est une, ou videz cette cellule");
  }

  private static CatalogProblem withoutTerms(String type) {
    return CatalogProblem.of(
        "Type",
        type,
        "a product of this type has no price and no stock of its own",
        "import the products it leads to instead",
        "un produit de ce type n’a ni prix ni stock propres",
        "importez plutôt les produits auxquels il mène");
  }
}
