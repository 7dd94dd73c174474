package org.halles.plugins.catalogs.woocommerce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.halles.spi.CatalogArticle;
import org.halles.spi.CatalogShape;
import org.halles.spi.CatalogWriter;

/**
 * Writes a row for a simple product; for one with options a row for it and one for each of them.
 */
final class WooCommerceWriter implements CatalogWriter {

  private static final List<String> FIRST =
      List.of(
          "Type",
          "SKU",
          "GTIN, UPC, EAN, or ISBN",
          "Name",
          "Published",
          "Visibility in catalog",
          "Description",
          "Tax status",
          "In stock?",
          "Stock",
          "Weight (kg)",
          "Regular price",
          "Categories",
          "Tags",
          "Brands",
          "Images",
          "Parent",
          "Position");

  private final String language;
  private final List<String> header = new ArrayList<>(FIRST);

  WooCommerceWriter(CatalogShape shape) {
    this.language = shape.language();
    for (int number = 1; number <= shape.mostAttributes() + shape.mostOptions(); number++) {
      String attribute = "Attribute " + number;
      header.addAll(
          List.of(
              attribute + " name",
              attribute + " value(s)",
              attribute + " visible",
              attribute + " global"));
    }
  }

  @Override
  public List<String> header() {
    return List.copyOf(header);
  }

  @Override
  public List<List<String>> rows(CatalogArticle article) {
    List<CatalogArticle.Variant> variants = article.variants();
    boolean simple = variants.size() == 1 && variants.get(0).options().isEmpty();
    List<List<String>> rows = new ArrayList<>();
    Map<String, String> product = product(article);
    if (simple) {
      product.put("Type", "simple");
      terms(variants.get(0), product);
      rows.add(row(product));
      return rows;
    }
    product.put("Type", "variable");
    product.put("SKU", article.handle());
    rows.add(row(product));
    for (int index = 0; index < variants.size(); index++) {
      rows.add(row(variation(article, variants.get(index), index + 1)));
    }
    return rows;
  }

  private Map<String, String> product(CatalogArticle article) {
    Map<String, String> cells = new HashMap<>();
    cells.put("Name", article.titleIn(language));
    cells.put("Published", article.published() ? "1" : "0");
    cells.put("Visibility in catalog", "visible");
    cells.put("Description", article.descriptionIn(language));
    cells.put("Tax status", "taxable");
    cells.put("Categories", String.join(" > ", article.categoryPath()).replace(",", "\\,"));
    cells.put("Tags", article.attributes().getOrDefault("tags", "").replace(",", "\\,"));
    cells.put("Brands", article.attributes().getOrDefault("brand", "").replace(",", "\\,"));
    cells.put(
        "Images",
        Values.join(article.images().stream().map(CatalogArticle.Image::address).toList()));
    cells.put("In stock?", "1");
    Map<String, List<String>> numbered = new LinkedHashMap<>();
    optionsOf(article).forEach((name, values) -> numbered.put(name, values));
    article
        .attributes()
        .forEach(
            (name, value) -> {
              if (!name.equals("tags") && !name.equals("brand")) {
                numbered.putIfAbsent(name, List.of(value));
              }
            });
    attributes(numbered, cells);
    return cells;
  }

  private static Map<String, List<String>> optionsOf(CatalogArticle article) {
    Map<String, LinkedHashSet<String>> options = new LinkedHashMap<>();
    article
        .variants()
        .forEach(
            variant ->
                variant
                    .options()
                    .forEach(
                        (name, value) ->
                            options
                                .computeIfAbsent(name, key -> new LinkedHashSet<>())
                                .add(value)));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    options.forEach((name, values) -> lists.put(name, List.copyOf(values)));
    return lists;
  }

  private static void attributes(Map<String, List<String>> numbered, Map<String, String> cells) {
    int number = 1;
    for (Map.Entry<String, List<String>> attribute : numbered.entrySet()) {
      String column = "Attribute " + number++;
      cells.put(column + " name", attribute.getKey());
      cells.put(column + " value(s)", Values.join(attribute.getValue()));
      cells.put(column + " visible", "1");
      cells.put(column + " global", "0");
    }
  }

  private static Map<String, String> variation(
      CatalogArticle article, CatalogArticle.Variant variant, int position) {
    Map<String, String> cells = new HashMap<>();
    cells.put("Type", "variation");
    cells.put("Name", "");
    cells.put("Published", "1");
    cells.put("Parent", article.handle());
    cells.put("Position", String.valueOf(position));
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    variant.options().forEach((name, value) -> chosen.put(name, List.of(value)));
    attributes(chosen, cells);
    terms(variant, cells);
    return cells;
  }

  private static void terms(CatalogArticle.Variant variant, Map<String, String> cells) {
    boolean counted = variant.stock() != null;
    cells.put("SKU", variant.sku());
    cells.put("GTIN, UPC, EAN, or ISBN", variant.gtin() == null ? "" : variant.gtin());
    cells.put("In stock?", counted && variant.stock() == 0 ? "0" : "1");
    cells.put("Stock", counted ? String.valueOf(variant.stock()) : "");
    cells.put(
        "Weight (kg)",
        BigDecimal.valueOf(variant.weightGrams(), 3).stripTrailingZeros().toPlainString());
    cells.put("Regular price", variant.price().toDecimal().toPlainString());
  }

  private List<String> row(Map<String, String> cells) {
    return header.stream().map(column -> cells.getOrDefault(column, "")).toList();
  }
}
