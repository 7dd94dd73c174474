package org.halles.vendors.boreal;

import org.halles.spi.VendorPlugin;
import org.halles.testkit.PluginJarContract;
import org.halles.testkit.VendorPluginContract;
import org.junit.jupiter.api.Nested;

class AtelierBorealTest extends VendorPluginContract {

  @Override
  protected VendorPlugin vendor() {
    return new AtelierBoreal();
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return AtelierBoreal.class;
    }
  }
}
