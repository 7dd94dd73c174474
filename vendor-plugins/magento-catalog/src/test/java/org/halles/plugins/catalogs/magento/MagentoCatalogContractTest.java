package org.halles.plugins.catalogs.magento;

import org.halles.spi.CatalogFormat;
import org.halles.testkit.CatalogFormatContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;

class MagentoCatalogContractTest extends CatalogFormatContract {

  @Override
  protected CatalogFormat format() {
    return new MagentoCatalog();
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return MagentoCatalog.class;
    }
  }
}
