package org.halles.plugins.catalogs.halles;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.halles.spi.CatalogColumn;
import org.halles.spi.CatalogField;
import org.halles.spi.CatalogFormat;
import org.halles.spi.CatalogReader;
import org.halles.spi.CatalogShape;
import org.halles.spi.CatalogWriter;

/**
 * {@code halles}: our own layout, which holds all of a listing. A row is a variant; rows of one
 * listing share their {@code handle}, and whatever is said of the listing may stand on any of them.
 *
 * <p>Names go behind a colon: {@code title:fr}, {@code option:size}, {@code attribute:material},
 * {@code image:1} and {@code image:1:alt}. Only {@code sku}, {@code title} and {@code price} are
 * needed.
 */
@ApplicationScoped
public class HallesCatalog implements CatalogFormat {

  private static final Set<String> OWN =
      Set.of(
          "handle",
          "kind",
          "published",
          "lead_time_days",
          "weight_grams",
          "shipping_fee",
          "price_breaks",
          "order_least",
          "order_pack",
          "order_most",
          "stock_places");

  @Override
  public String id() {
    return "halles";
  }

  @Override
  public String name() {
    return "Halles";
  }

  @Override
  public int certainty(List<String> header) {
    Set<String> names =
        header.stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    boolean titled =
        names.stream().anyMatch(name -> name.equals("title") || name.startsWith("title:"));
    if (!titled || !names.contains("sku") || !names.contains("price")) {
      return 0;
    }
    boolean ours = names.stream().anyMatch(name -> name.contains(":") || OWN.contains(name));
    return ours ? 90 : 40;
  }

  @Override
  public List<CatalogColumn> columns() {
    return List.of(
        new CatalogColumn("handle", CatalogField.SKU, false),
        new CatalogColumn("kind", CatalogField.KIND, false),
        new CatalogColumn("published", CatalogField.PUBLISHED, false),
        new CatalogColumn("title", CatalogField.TITLE, true),
        new CatalogColumn("title:fr", CatalogField.TITLE, false),
        new CatalogColumn("title:en", CatalogField.TITLE, false),
        new CatalogColumn("description", CatalogField.DESCRIPTION, false),
        new CatalogColumn("description:fr", CatalogField.DESCRIPTION, false),
        new CatalogColumn("description:en", CatalogField.DESCRIPTION, false),
        new CatalogColumn("category", CatalogField.CATEGORY, false),
        new CatalogColumn("attribute:brand", CatalogField.ATTRIBUTE, false),
        new CatalogColumn("attribute:material", CatalogField.ATTRIBUTE, false),
        new CatalogColumn("sku", CatalogField.SKU, true),
        new CatalogColumn("option:color", CatalogField.OPTION, false),
        new CatalogColumn("option:size", CatalogField.OPTION, false),
        new CatalogColumn("price", CatalogField.PRICE, true),
        new CatalogColumn("currency", CatalogField.CURRENCY, false),
        new CatalogColumn("stock", CatalogField.STOCK, false),
        new CatalogColumn("stock_places", CatalogField.STOCK_PLACES, false),
        new CatalogColumn("condition", CatalogField.CONDITION, false),
        new CatalogColumn("lead_time_days", CatalogField.LEAD_TIME_DAYS, false),
        new CatalogColumn("weight_grams", CatalogField.WEIGHT_GRAMS, false),
        new CatalogColumn("gtin", CatalogField.GTIN, false),
        new CatalogColumn("shipping_fee", CatalogField.SHIPPING_FEE, false),
        new CatalogColumn("price_breaks", CatalogField.PRICE_BREAKS, false),
        new CatalogColumn("order_least", CatalogField.ORDER_LEAST, false),
        new CatalogColumn("order_pack", CatalogField.ORDER_PACK, false),
        new CatalogColumn("order_most", CatalogField.ORDER_MOST, false),
        new CatalogColumn("image:1", CatalogField.IMAGE, false),
        new CatalogColumn("image:2", CatalogField.IMAGE, false));
  }

  @Override
  public CatalogReader reader(List<String> header) {
    return new HallesReader(header);
  }

  @Override
  public CatalogWriter writer(CatalogShape shape) {
    return new HallesWriter(shape);
  }
}
