package org.halles.plugins.catalogs.magento;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.halles.spi.CatalogArticle;
import org.halles.spi.CatalogShape;
import org.halles.spi.CatalogWriter;

/** Writes a simple product as a row; one with options as simple ones and the configurable last. */
final class MagentoWriter implements CatalogWriter {

  private static final List<String> HEADER =
      List.of(
          "sku",
          "store_view_code",
          "attribute_set_code",
          "product_type",
          "categories",
          "product_websites",
          "name",
          "description",
          "weight",
          "product_online",
          "visibility",
          "price",
          "url_key",
          "base_image",
          "additional_images",
          "additional_attributes",
          "qty",
          "is_in_stock",
          "manage_stock",
          "use_config_manage_stock",
          "configurable_variations",
          "configurable_variation_labels");

  private static final String VISIBLE = "Catalog, Search";

  private final String language;

  MagentoWriter(CatalogShape shape) {
    this.language = shape.language();
  }

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public List<List<String>> rows(CatalogArticle article) {
    List<CatalogArticle.Variant> variants = article.variants();
    List<Map<String, String>> rows = new ArrayList<>();
    if (variants.size() == 1 && variants.get(0).options().isEmpty()) {
      Map<String, String> cells = product(article, "simple");
      terms(variants.get(0), cells);
      rows.add(cells);
    } else {
      variants.forEach(variant -> rows.add(variant(article, variant)));
      rows.add(configurable(article));
    }
    translations(article).forEach(rows::add);
    return rows.stream()
        .map(cells -> HEADER.stream().map(column -> cells.getOrDefault(column, "")).toList())
        .toList();
  }

  private Map<String, String> product(CatalogArticle article, String type) {
    Map<String, String> cells = new HashMap<>();
    cells.put("attribute_set_code", "Default");
    cells.put("product_type", type);
    cells.put("product_websites", "base");
    cells.put(
        "categories",
        article.categoryPath().stream()
            .map(name -> name.replaceAll("[/,|]", " "))
            .collect(Collectors.joining("/", "Default Category/", "")));
    cells.put("name", article.titleIn(language));
    cells.put("description", article.descriptionIn(language));
    cells.put("product_online", article.published() ? "1" : "2");
    cells.put("visibility", VISIBLE);
    cells.put("url_key", article.handle());
    cells.put("additional_attributes", Pairs.write(article.attributes()));
    List<String> images = article.images().stream().map(CatalogArticle.Image::address).toList();
    cells.put("base_image", images.isEmpty() ? "" : images.get(0));
    cells.put("additional_images", images.stream().skip(1).collect(Collectors.joining(",")));
    return cells;
  }

  private static void terms(CatalogArticle.Variant variant, Map<String, String> cells) {
    boolean counted = variant.stock() != null;
    cells.put("sku", variant.sku());
    cells.put(
        "weight",
        BigDecimal.valueOf(variant.weightGrams(), 3).stripTrailingZeros().toPlainString());
    cells.put("price", variant.price().toDecimal().toPlainString());
    cells.put("qty", counted ? String.valueOf(variant.stock()) : "");
    cells.put("is_in_stock", counted && variant.stock() == 0 ? "0" : "1");
    cells.put("manage_stock", counted ? "1" : "0");
    cells.put("use_config_manage_stock", "0");
  }

  private Map<String, String> variant(CatalogArticle article, CatalogArticle.Variant variant) {
    Map<String, String> cells = new HashMap<>();
    cells.put("attribute_set_code", "Default");
    cells.put("product_type", "simple");
    cells.put("product_websites", "base");
    cells.put(
        "name", article.titleIn(language) + " " + String.join(" ", variant.options().values()));
    cells.put("product_online", "1");
    cells.put("visibility", "Not Visible Individually");
    terms(variant, cells);
    return cells;
  }

  private Map<String, String> configurable(CatalogArticle article) {
    Map<String, String> cells = product(article, "configurable");
    Set<String> names = new LinkedHashSet<>();
    List<String> variations = new ArrayList<>();
    for (CatalogArticle.Variant variant : article.variants()) {
      Map<String, String> pairs = new LinkedHashMap<>();
      pairs.put("sku", variant.sku());
      variant.options().forEach((name, value) -> pairs.put(code(name), value));
      names.addAll(variant.options().keySet());
      variations.add(Pairs.write(pairs));
    }
    Map<String, String> labels = new LinkedHashMap<>();
    names.forEach(name -> labels.put(code(name), name));
    cells.put("sku", article.handle());
    cells.put("configurable_variations", String.join("|", variations));
    cells.put("configurable_variation_labels", Pairs.write(labels));
    return cells;
  }

  /** The other languages, each as a store view with texts only. */
  private List<Map<String, String>> translations(CatalogArticle article) {
    List<Map<String, String>> rows = new ArrayList<>();
    boolean simple =
        article.variants().size() == 1 && article.variants().get(0).options().isEmpty();
    for (String other : article.title().keySet().stream().sorted().toList()) {
      if (!other.equals(language)) {
        Map<String, String> cells = new HashMap<>();
        cells.put("sku", simple ? article.variants().get(0).sku() : article.handle());
        cells.put("store_view_code", other);
        cells.put("attribute_set_code", "Default");
        cells.put("name", article.title().get(other));
        cells.put("description", article.descriptionIn(other));
        rows.add(cells);
      }
    }
    return rows;
  }

  /** Attribute codes are lower-case letters, digits and underscores; the label keeps the name. */
  private static String code(String name) {
    String code = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return code.matches("[a-z].*") ? code : "o_" + code;
  }
}
