package org.halles.plugins.catalogs.halles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogField;
import org.halles.spi.CatalogProblem;
import org.halles.spi.CatalogReader;
import org.halles.spi.CatalogRow;

/** Reads a row a variant; columns with names are found in the header. */
final class HallesReader implements CatalogReader {

  /** A column with a name behind its colon. */
  private record Named(CatalogField field, String name, String column) {}

  private final List<Named> named;
  private final List<String> images;

  HallesReader(List<String> header) {
    this.named = header.stream().flatMap(column -> named(column.strip()).stream()).toList();
    this.images =
        header.stream()
            .map(String::strip)
            .filter(name -> name.toLowerCase(Locale.ROOT).matches("image(:\\d+)?"))
            .toList();
  }

  private static Optional<Named> named(String column) {
    int colon = column.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    CatalogField field =
        switch (column.substring(0, colon).toLowerCase(Locale.ROOT)) {
          case "title" -> CatalogField.TITLE;
          case "description" -> CatalogField.DESCRIPTION;
          case "attribute" -> CatalogField.ATTRIBUTE;
          case "option" -> CatalogField.OPTION;
          default -> null;
        };
    String name = column.substring(colon + 1).strip();
    return field == null || name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Named(field, name, column));
  }

  @Override
  public Optional<CatalogEntry> read(CatalogRow row) {
    if (row.cells().isEmpty()) {
      return Optional.empty();
    }
    String article = row.cell(row.firstOf("handle", "sku"));
    CatalogEntry.Builder entry =
        CatalogEntry.of(article.isEmpty() ? "row " + row.number() : article, row);
    if (article.isEmpty()) {
      entry.problem(nameless());
    }
    entry
        .take(CatalogField.KIND, "kind")
        .take(CatalogField.PUBLISHED, "published")
        .take(CatalogField.TITLE, "title")
        .take(CatalogField.DESCRIPTION, "description")
        .take(CatalogField.CATEGORY, "category")
        .take(CatalogField.SKU, "sku")
        .take(CatalogField.PRICE, "price")
        .take(CatalogField.CURRENCY, "currency")
        .take(CatalogField.STOCK, "stock")
        .take(CatalogField.STOCK_PLACES, "stock_places")
        .take(CatalogField.CONDITION, "condition")
        .take(CatalogField.LEAD_TIME_DAYS, "lead_time_days")
        .take(CatalogField.WEIGHT_GRAMS, "weight_grams")
        .take(CatalogField.GTIN, "gtin")
        .take(CatalogField.SHIPPING_FEE, "shipping_fee")
        .take(CatalogField.PRICE_BREAKS, "price_breaks")
        .take(CatalogField.ORDER_LEAST, "order_least")
        .take(CatalogField.ORDER_PACK, "order_pack")
        .take(CatalogField.ORDER_MOST, "order_most");
    named.forEach(one -> entry.say(one.field(), one.name(), row.cell(one.column()), one.column()));
    images.forEach(
        column ->
            entry.say(CatalogField.IMAGE, row.cell(column + ":alt"), row.cell(column), column));
    return Optional.of(entry.build());
  }

  private static CatalogProblem nameless() {
    return CatalogProblem.of(
        "sku",
        "",
        "the row has neither a SKU nor a handle",
        "give the variant a SKU of its own",
        "la ligne n’a ni SKU ni handle",
        "donnez à la variante un SKU qui lui soit propre");
  }
}
