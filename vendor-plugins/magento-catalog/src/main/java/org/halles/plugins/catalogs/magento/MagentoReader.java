package org.halles.plugins.catalogs.magento;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogField;
import org.halles.spi.CatalogProblem;
import org.halles.spi.CatalogReader;
import org.halles.spi.CatalogRow;

/** Reads rows, knowing from a first look which simple products are variants of which other. */
final class MagentoReader implements CatalogReader {

  private static final Set<String> NOT_ATTRIBUTES = Set.of("has_options", "required_options");
  private static final BigDecimal GRAMS = BigDecimal.valueOf(1_000);

  private record Variation(String parent, Map<String, String> options) {}

  private final Map<String, Variation> variations = new HashMap<>();

  @Override
  public boolean looksAhead() {
    return true;
  }

  @Override
  public void look(CatalogRow row) {
    Map<String, String> labels = Pairs.read(row.cell("configurable_variation_labels"));
    for (String one : Pairs.split(row.cell("configurable_variations"), '|')) {
      Map<String, String> options = new LinkedHashMap<>();
      Pairs.read(one).forEach((name, value) -> options.put(labels.getOrDefault(name, name), value));
      String sku = options.remove("sku");
      if (sku != null) {
        variations.putIfAbsent(sku, new Variation(row.cell("sku"), options));
      }
    }
  }

  @Override
  public Optional<CatalogEntry> read(CatalogRow row) {
    if (row.cells().isEmpty()) {
      return Optional.empty();
    }
    String sku = row.cell("sku");
    Variation variation = variations.get(sku);
    CatalogEntry.Builder entry =
        CatalogEntry.of(
            variation != null ? variation.parent() : sku.isEmpty() ? "row " + row.number() : sku,
            row);
    if (sku.isEmpty()) {
      entry.problem(withoutSku());
    } else if (!row.cell("store_view_code").isEmpty()) {
      translation(row, variation, entry);
    } else if (variation != null) {
      variant(row, entry);
      variation
          .options()
          .forEach(
              (n, value) -> entry.say(CatalogField.OPTION, n, value, "configurable_variations"));
    } else {
      product(row, entry);
    }
    return Optional.of(entry.build());
  }

  /** A store view such as {@code fr} or {@code fr_FR} repeats the SKU with its own texts. */
  private static void translation(CatalogRow row, Variation variation, CatalogEntry.Builder entry) {
    String view = row.cell("store_view_code").toLowerCase(Locale.ROOT);
    if (variation == null && view.matches("[a-z]{2}([_-].*)?")) {
      String language = view.substring(0, 2);
      entry
          .say(CatalogField.TITLE, language, row.cell("name"), "name")
          .say(CatalogField.DESCRIPTION, language, row.cell("description"), "description");
    }
  }

  private void product(CatalogRow row, CatalogEntry.Builder entry) {
    String type = row.cell("product_type").toLowerCase(Locale.ROOT);
    entry
        .take(CatalogField.TITLE, "name")
        .take(CatalogField.DESCRIPTION, "description", "short_description")
        .say(CatalogField.CATEGORY, "", deepest(row.cell("categories")), "categories")
        .say(CatalogField.PUBLISHED, "", online(row.cell("product_online")), "product_online");
    if (type.equals("downloadable")) {
      entry.say(CatalogField.KIND, "", "digital", "product_type");
    } else if (type.equals("virtual")) {
      entry.say(CatalogField.KIND, "", "service", "product_type");
    }
    Pairs.read(row.cell("additional_attributes"))
        .forEach(
            (name, value) -> {
              if (!NOT_ATTRIBUTES.contains(name)) {
                entry.say(
                    CatalogField.ATTRIBUTE,
                    name,
                    value.replace("|", ", "),
                    "additional_attributes");
              }
            });
    pictures(row, entry);
    if (type.equals("bundle") || type.equals("grouped")) {
      entry.problem(withoutTerms(row.cell("product_type")));
    } else if (type.equals("configurable")) {
      if (row.cell("configurable_variations").isEmpty()) {
        entry.problem(withoutVariations());
      }
    } else {
      variant(row, entry);
    }
  }

  private static void pictures(CatalogRow row, CatalogEntry.Builder entry) {
    Set<String> addresses = new LinkedHashSet<>();
    addresses.add(row.cell("base_image"));
    addresses.addAll(Pairs.split(row.cell("additional_images"), ','));
    addresses.forEach(
        address ->
            entry.say(CatalogField.IMAGE, row.cell("base_image_label"), address, "base_image"));
  }

  private static void variant(CatalogRow row, CatalogEntry.Builder entry) {
    boolean dated =
        !row.cell("special_price_from_date").isEmpty()
            || !row.cell("special_price_to_date").isEmpty();
    entry
        .take(CatalogField.SKU, "sku")
        .take(
            CatalogField.PRICE,
            dated ? new String[] {"price"} : new String[] {"special_price", "price"})
        .say(CatalogField.STOCK, "", stock(row), "qty")
        .say(CatalogField.WEIGHT_GRAMS, "", grams(row.cell("weight")), "weight");
  }

  private static String stock(CatalogRow row) {
    boolean uncounted =
        row.cell("manage_stock").equals("0") && row.cell("use_config_manage_stock").equals("0");
    return uncounted ? "" : row.cell("qty").replaceFirst("[.]0+$", "");
  }

  /** Magento weighs in the unit of its shop; the metric one is kilograms. */
  private static String grams(String kilograms) {
    return kilograms.matches("\\d{1,7}([.]\\d{1,9})?")
        ? new BigDecimal(kilograms)
            .multiply(GRAMS)
            .setScale(0, RoundingMode.HALF_UP)
            .toPlainString()
        : kilograms;
  }

  private static String online(String cell) {
    return cell.isEmpty() ? "" : String.valueOf(cell.equals("1"));
  }

  /**
   * Of several categories the one that says most; the root, which every product has, says nothing.
   */
  private static String deepest(String categories) {
    char separator = categories.contains("|") ? '|' : ',';
    return Pairs.split(categories, separator).stream()
        .max(Comparator.comparingInt(path -> path.split("/").length))
        .map(path -> path.replaceFirst("^Default Category/?", ""))
        .map(path -> path.replace("/", " > "))
        .orElse("");
  }

  private static CatalogProblem withoutSku() {
    return CatalogProblem.of(
        "sku",
        "",
        "the row has no SKU",
        "give the product a SKU",
        "la ligne n’a pas de SKU",
        "donnez un SKU au produit");
  }

  private static CatalogProblem withoutTerms(String type) {
    return CatalogProblem.of(
        "product_type",
        type,
        "a product of this type has no price and no stock of its own",
        "import the simple products it is made of instead",
        "un produit de ce type n’a ni prix ni stock propres",
        "importez plutôt les produits simples qui le composent");
  }

  private static CatalogProblem withoutVariations() {
    return CatalogProblem.of(
        "configurable_variations",
        "",
        "a configurable product names no variation",
        "name its simple products: sku=…,size=…",
        "un produit configurable ne nomme aucune variante",
        "nommez ses produits simples : sku=…,size=…");
  }
}
