package org.halles.plugins.catalogs.woocommerce;

import org.halles.spi.CatalogFormat;
import org.halles.testkit.CatalogFormatContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;

class WooCommerceCatalogContractTest extends CatalogFormatContract {

  @Override
  protected CatalogFormat format() {
    return new WooCommerceCatalog();
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return WooCommerceCatalog.class;
    }
  }
}
