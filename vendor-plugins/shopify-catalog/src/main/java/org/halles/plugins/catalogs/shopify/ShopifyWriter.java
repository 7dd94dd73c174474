package org.halles.plugins.catalogs.shopify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.spi.CatalogArticle;
import org.halles.spi.CatalogShape;
import org.halles.spi.CatalogWriter;

/**
 * Writes the older vintage: the listing on its first row, then a row for each variant or picture.
 */
final class ShopifyWriter implements CatalogWriter {

  private static final List<String> HEADER =
      List.of(
          "Handle",
          "Title",
          "Body (HTML)",
          "Vendor",
          "Type",
          "Tags",
          "Published",
          "Option1 Name",
          "Option1 Value",
          "Option2 Name",
          "Option2 Value",
          "Option3 Name",
          "Option3 Value",
          "Variant SKU",
          "Variant Grams",
          "Variant Inventory Tracker",
          "Variant Inventory Qty",
          "Variant Inventory Policy",
          "Variant Fulfillment Service",
          "Variant Price",
          "Variant Requires Shipping",
          "Variant Taxable",
          "Variant Barcode",
          "Image Src",
          "Image Position",
          "Image Alt Text",
          "Gift Card",
          "Status");

  /** Shopify knows no more. */
  private static final int OPTIONS = 3;

  private final String language;

  ShopifyWriter(CatalogShape shape) {
    this.language = shape.language();
  }

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public List<List<String>> rows(CatalogArticle article) {
    List<List<String>> rows = new ArrayList<>();
    List<String> names =
        article.variants().stream()
            .flatMap(variant -> variant.options().keySet().stream())
            .distinct()
            .limit(OPTIONS)
            .toList();
    int count = Math.max(article.variants().size(), article.images().size());
    for (int index = 0; index < count; index++) {
      Map<String, String> cells = new HashMap<>();
      cells.put("Handle", article.handle());
      if (index == 0) {
        listing(article, cells);
      }
      if (index < article.variants().size()) {
        variant(article.variants().get(index), names, index == 0, cells);
      }
      if (index < article.images().size()) {
        picture(article.images().get(index), index + 1, cells);
      }
      rows.add(HEADER.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }
    return rows;
  }

  private void listing(CatalogArticle article, Map<String, String> cells) {
    List<String> path = article.categoryPath();
    cells.put("Title", article.titleIn(language));
    cells.put("Body (HTML)", article.descriptionIn(language));
    cells.put("Vendor", article.attributes().getOrDefault("brand", ""));
    cells.put("Type", path.isEmpty() ? article.category() : path.get(path.size() - 1));
    cells.put("Tags", article.attributes().getOrDefault("tags", ""));
    cells.put("Published", String.valueOf(article.published()));
    cells.put("Status", article.published() ? "active" : "draft");
    cells.put("Gift Card", "false");
  }

  private static void variant(
      CatalogArticle.Variant variant,
      List<String> names,
      boolean first,
      Map<String, String> cells) {
    if (names.isEmpty()) {
      option(1, "Title", "Default Title", first, cells);
    }
    for (int index = 0; index < names.size(); index++) {
      String name = names.get(index);
      option(index + 1, name, variant.options().getOrDefault(name, ""), first, cells);
    }
    cells.put("Variant SKU", variant.sku());
    cells.put("Variant Grams", String.valueOf(variant.weightGrams()));
    if (variant.stock() != null) {
      cells.put("Variant Inventory Tracker", "shopify");
      cells.put("Variant Inventory Qty", String.valueOf(variant.stock()));
    }
    cells.put("Variant Inventory Policy", "deny");
    cells.put("Variant Fulfillment Service", "manual");
    cells.put("Variant Price", variant.price().toDecimal().toPlainString());
    cells.put("Variant Requires Shipping", "true");
    cells.put("Variant Taxable", "true");
    cells.put("Variant Barcode", variant.gtin() == null ? "" : variant.gtin());
  }

  private static void option(
      int number, String name, String value, boolean first, Map<String, String> cells) {
    if (first) {
      cells.put("Option" + number + " Name", name);
    }
    cells.put("Option" + number + " Value", value);
  }

  private static void picture(CatalogArticle.Image image, int position, Map<String, String> cells) {
    cells.put("Image Src", image.address());
    cells.put("Image Position", String.valueOf(position));
    cells.put("Image Alt Text", image.alt());
  }
}
