package org.halles.plugins.catalogs.woocommerce;

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
 * {@code woocommerce}: the product table of WooCommerce. A variable product is a row, each of its
 * variations another that names it as its parent. Grouped and external products have no terms of
 * their own and are refused by row.
 */
@ApplicationScoped
public class WooCommerceCatalog implements CatalogFormat {

  private static final Set<String> NEEDED = Set.of("type", "sku", "name");
  private static final Set<String> TELLING =
      Set.of("regular price", "parent", "attribute 1 name", "visibility in catalog", "tax status");

  @Override
  public String id() {
    return "woocommerce";
  }

  @Override
  public String name() {
    return "WooCommerce";
  }

  @Override
  public int certainty(List<String> header) {
    Set<String> names =
        header.stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    long telling = TELLING.stream().filter(names::contains).count();
    return names.containsAll(NEEDED) && telling > 0 ? 70 + (int) telling * 5 : 0;
  }

  @Override
  public List<CatalogColumn> columns() {
    return List.of(
        new CatalogColumn("Type", CatalogField.KIND, false),
        new CatalogColumn("SKU", CatalogField.SKU, true),
        new CatalogColumn("GTIN, UPC, EAN, or ISBN", CatalogField.GTIN, false),
        new CatalogColumn("Name", CatalogField.TITLE, true),
        new CatalogColumn("Published", CatalogField.PUBLISHED, false),
        new CatalogColumn("Short description", CatalogField.DESCRIPTION, false),
        new CatalogColumn("Description", CatalogField.DESCRIPTION, false),
        new CatalogColumn("Stock", CatalogField.STOCK, false),
        new CatalogColumn("Weight (kg)", CatalogField.WEIGHT_GRAMS, false),
        new CatalogColumn("Sale price", CatalogField.PRICE, false),
        new CatalogColumn("Regular price", CatalogField.PRICE, true),
        new CatalogColumn("Categories", CatalogField.CATEGORY, false),
        new CatalogColumn("Tags", CatalogField.ATTRIBUTE, false),
        new CatalogColumn("Brands", CatalogField.ATTRIBUTE, false),
        new CatalogColumn("Images", CatalogField.IMAGE, false),
        new CatalogColumn("Parent", CatalogField.SKU, false));
  }

  @Override
  public CatalogReader reader(List<String> header) {
    return new WooCommerceReader(header);
  }

  @Override
  public CatalogWriter writer(CatalogShape shape) {
    return new WooCommerceWriter(shape);
  }
}
