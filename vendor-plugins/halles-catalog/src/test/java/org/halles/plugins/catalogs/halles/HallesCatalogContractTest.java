package org.halles.plugins.catalogs.halles;

import org.halles.spi.CatalogFormat;
import org.halles.testkit.CatalogFormatContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;

class HallesCatalogContractTest extends CatalogFormatContract {

  @Override
  protected CatalogFormat format() {
    return new HallesCatalog();
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return HallesCatalog.class;
    }
  }
}
