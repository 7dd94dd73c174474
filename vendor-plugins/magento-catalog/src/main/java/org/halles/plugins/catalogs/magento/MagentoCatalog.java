package org.halles.plugins.catalogs.magento;

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
 * {@code magento}: the product table of Magento 2 and Adobe Commerce. Simple products that a
 * configurable one names in {@code configurable_variations} are its variants, wherever they stand.
 * Bundles and grouped products have no terms of their own and are refused by row.
 */
@ApplicationScoped
public class MagentoCatalog implements CatalogFormat {

  private static final Set<String> TELLING =
      Set.of(
          "attribute_set_code",
          "product_websites",
          "store_view_code",
          "additional_attributes",
          "configurable_variations",
          "product_online");

  @Override
  public String id() {
    return "magento";
  }

  @Override
  public String name() {
    return "Magento 2";
  }

  /** Only the SKU is mandatory, so the other columns must tell: other shops have SKUs too. */
  @Override
  public int certainty(List<String> header) {
    Set<String> names =
        header.stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    long telling = TELLING.stream().filter(names::contains).count();
    return names.contains("sku") && telling > 0 ? 70 + (int) telling * 4 : 0;
  }

  @Override
  public List<CatalogColumn> columns() {
    return List.of(
        new CatalogColumn("sku", CatalogField.SKU, true),
        new CatalogColumn("product_type", CatalogField.KIND, false),
        new CatalogColumn("name", CatalogField.TITLE, false),
        new CatalogColumn("description", CatalogField.DESCRIPTION, false),
        new CatalogColumn("short_description", CatalogField.DESCRIPTION, false),
        new CatalogColumn("categories", CatalogField.CATEGORY, false),
        new CatalogColumn("price", CatalogField.PRICE, false),
        new CatalogColumn("qty", CatalogField.STOCK, false),
        new CatalogColumn("weight", CatalogField.WEIGHT_GRAMS, false),
        new CatalogColumn("product_online", CatalogField.PUBLISHED, false),
        new CatalogColumn("base_image", CatalogField.IMAGE, false),
        new CatalogColumn("additional_images", CatalogField.IMAGE, false),
        new CatalogColumn("additional_attributes", CatalogField.ATTRIBUTE, false),
        new CatalogColumn("configurable_variations", CatalogField.OPTION, false));
  }

  @Override
  public CatalogReader reader(List<String> header) {
    return new MagentoReader();
  }

  @Override
  public CatalogWriter writer(CatalogShape shape) {
    return new MagentoWriter(shape);
  }
}
