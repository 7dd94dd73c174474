package org.halles.plugins.euvat;

import org.halles.spi.TaxRules;
import org.halles.testkit.PluginJarContract;
import org.halles.testkit.TaxRulesContract;
import org.junit.jupiter.api.Nested;

class EuVatContractTest extends TaxRulesContract {

  private static final EuVat RULES = new EuVat();

  @Override
  protected TaxRules rules() {
    return RULES;
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return EuVat.class;
    }
  }
}
