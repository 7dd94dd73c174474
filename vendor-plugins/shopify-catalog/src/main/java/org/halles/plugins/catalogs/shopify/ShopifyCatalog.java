package org.halles.plugins.catalogs.shopify;

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
 * {@code shopify}: the product table of Shopify. A listing's rows share their handle; the first one
 * tells the listing, each with a price or an option one variant, and rows may carry only a picture.
 * Both vintages of the header are read; the older one, which every version of Shopify takes, is
 * written.
 */
@ApplicationScoped
public class ShopifyCatalog implements CatalogFormat {

  private static final List<Set<String>> VINTAGES =
      List.of(
          Set.of("handle", "body (html)"), Set.of("handle", "variant price"), Set.of("url handle"));

  @Override
  public String id() {
    return "shopify";
  }

  @Override
  public String name() {
    return "Shopify";
  }

  @Override
  public int certainty(List<String> header) {
    Set<String> names =
        header.stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return names.contains("title") && VINTAGES.stream().anyMatch(names::containsAll) ? 95 : 0;
  }

  @Override
  public List<CatalogColumn> columns() {
    return List.of(
        new CatalogColumn("Handle", CatalogField.TITLE, true),
        new CatalogColumn("Title", CatalogField.TITLE, true),
        new CatalogColumn("Body (HTML)", CatalogField.DESCRIPTION, false),
        new CatalogColumn("Vendor", CatalogField.ATTRIBUTE, false),
        new CatalogColumn("Product Category", CatalogField.CATEGORY, false),
        new CatalogColumn("Type", CatalogField.CATEGORY, false),
        new CatalogColumn("Tags", CatalogField.ATTRIBUTE, false),
        new CatalogColumn("Published", CatalogField.PUBLISHED, false),
        new CatalogColumn("Option1 Name", CatalogField.OPTION, false),
        new CatalogColumn("Option1 Value", CatalogField.OPTION, false),
        new CatalogColumn("Option2 Name", CatalogField.OPTION, false),
        new CatalogColumn("Option2 Value", CatalogField.OPTION, false),
        new CatalogColumn("Option3 Name", CatalogField.OPTION, false),
        new CatalogColumn("Option3 Value", CatalogField.OPTION, false),
        new CatalogColumn("Variant SKU", CatalogField.SKU, false),
        new CatalogColumn("Variant Grams", CatalogField.WEIGHT_GRAMS, false),
        new CatalogColumn("Variant Inventory Qty", CatalogField.STOCK, false),
        new CatalogColumn("Variant Price", CatalogField.PRICE, true),
        new CatalogColumn("Variant Barcode", CatalogField.GTIN, false),
        new CatalogColumn("Image Src", CatalogField.IMAGE, false),
        new CatalogColumn("Image Alt Text", CatalogField.IMAGE, false),
        new CatalogColumn("Google Shopping / Condition", CatalogField.CONDITION, false),
        new CatalogColumn("Status", CatalogField.PUBLISHED, false));
  }

  @Override
  public CatalogReader reader(List<String> header) {
    return new ShopifyReader();
  }

  @Override
  public CatalogWriter writer(CatalogShape shape) {
    return new ShopifyWriter(shape);
  }
}
