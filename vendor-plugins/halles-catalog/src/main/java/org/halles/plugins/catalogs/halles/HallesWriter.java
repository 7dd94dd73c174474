package org.halles.plugins.catalogs.halles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.spi.CatalogArticle;
import org.halles.spi.CatalogShape;
import org.halles.spi.CatalogWriter;

/** Writes a row a variant; what is said of the listing stands on its first one. */
final class HallesWriter implements CatalogWriter {

  private final List<String> header = new ArrayList<>();

  HallesWriter(CatalogShape shape) {
    header.addAll(List.of("handle", "kind", "published"));
    shape.languages().forEach(language -> header.add("title:" + language));
    shape.languages().forEach(language -> header.add("description:" + language));
    header.add("category");
    shape.attributes().forEach(name -> header.add("attribute:" + name));
    header.add("sku");
    shape.options().forEach(name -> header.add("option:" + name));
    header.addAll(
        List.of(
            "price",
            "currency",
            "stock",
            "stock_places",
            "condition",
            "lead_time_days",
            "weight_grams",
            "gtin",
            "shipping_fee",
            "price_breaks",
            "order_least",
            "order_pack",
            "order_most"));
    for (int number = 1; number <= shape.mostImages(); number++) {
      header.add("image:" + number);
      header.add("image:" + number + ":alt");
    }
  }

  @Override
  public List<String> header() {
    return List.copyOf(header);
  }

  @Override
  public List<List<String>> rows(CatalogArticle article) {
    List<List<String>> rows = new ArrayList<>();
    for (CatalogArticle.Variant variant : article.variants()) {
      Map<String, String> cells = new HashMap<>();
      cells.put("handle", article.handle());
      if (rows.isEmpty()) {
        listing(article, cells);
      }
      terms(variant, cells);
      rows.add(header.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }
    return rows;
  }

  private static void listing(CatalogArticle article, Map<String, String> cells) {
    cells.put("kind", article.kind());
    cells.put("published", String.valueOf(article.published()));
    article.title().forEach((language, text) -> cells.put("title:" + language, text));
    article.description().forEach((language, text) -> cells.put("description:" + language, text));
    cells.put("category", article.category());
    article.attributes().forEach((name, value) -> cells.put("attribute:" + name, value));
    for (int index = 0; index < article.images().size(); index++) {
      CatalogArticle.Image image = article.images().get(index);
      cells.put("image:" + (index + 1), image.address());
      cells.put("image:" + (index + 1) + ":alt", image.alt());
    }
  }

  private static void terms(CatalogArticle.Variant variant, Map<String, String> cells) {
    cells.put("sku", variant.sku());
    variant.options().forEach((name, value) -> cells.put("option:" + name, value));
    cells.put("price", variant.price().toDecimal().toPlainString());
    cells.put("currency", variant.price().currency().value());
    cells.put("stock", number(variant.stock()));
    cells.put("stock_places", places(variant));
    cells.put("condition", variant.condition());
    cells.put("lead_time_days", String.valueOf(variant.leadTimeDays()));
    cells.put("weight_grams", String.valueOf(variant.weightGrams()));
    cells.put("gtin", variant.gtin() == null ? "" : variant.gtin());
    cells.put(
        "shipping_fee",
        variant.shippingFee() == null ? "" : variant.shippingFee().toDecimal().toPlainString());
    cells.put("price_breaks", steps(variant));
    cells.put("order_least", number(variant.orders().least()));
    cells.put("order_pack", number(variant.orders().pack()));
    cells.put("order_most", number(variant.orders().most()));
  }

  private static String number(Integer figure) {
    return figure == null ? "" : String.valueOf(figure);
  }

  private static String places(CatalogArticle.Variant variant) {
    return variant.stockPlaces().entrySet().stream()
        .map(place -> place.getKey() + ":" + place.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String steps(CatalogArticle.Variant variant) {
    return variant.priceBreaks().entrySet().stream()
        .map(step -> step.getKey() + ":" + step.getValue().toDecimal().toPlainString())
        .collect(Collectors.joining(" "));
  }
}
