package org.halles.plugins.catalogs.shopify;

import org.halles.spi.CatalogFormat;
import org.halles.testkit.CatalogFormatContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;

class ShopifyCatalogContractTest extends CatalogFormatContract {

  @Override
  protected CatalogFormat format() {
    return new ShopifyCatalog();
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return ShopifyCatalog.class;
    }
  }
}
