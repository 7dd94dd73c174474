package org.halles.plugins.shipping;

import org.halles.spi.ShippingRates;
import org.halles.testkit.PluginJarContract;
import org.halles.testkit.ShippingRatesContract;
import org.junit.jupiter.api.Nested;

class TableRatesContractTest extends ShippingRatesContract {

  @Override
  protected ShippingRates rates() {
    return new TableRates();
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return TableRates.class;
    }
  }
}
