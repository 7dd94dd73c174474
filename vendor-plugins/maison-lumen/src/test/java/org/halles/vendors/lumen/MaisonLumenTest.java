package org.halles.vendors.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import org.halles.plugins.commissions.PercentageCommission;
import org.halles.spi.CommissionProposal;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.RuleProposal;
import org.halles.spi.VendorPlugin;
import org.halles.testkit.PluginJarContract;
import org.halles.testkit.Sales;
import org.halles.testkit.VendorPluginContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MaisonLumenTest extends VendorPluginContract {

  @Override
  protected VendorPlugin vendor() {
    return new MaisonLumen();
  }

  @Test
  void it_proposes_eleven_percent_of_the_price_and_at_most_25_euros() {
    RuleProposal proposed = vendor().proposals().get(0);
    PercentageCommission kind = new PercentageCommission();

    CommissionProposal proposal =
        kind.propose(
                Sales.of(Money.of(49_900, "EUR")),
                kind.configuration().cast(proposed.configuration()))
            .orElseThrow();

    assertThat(proposed.kind()).isEqualTo(kind.kind());
    assertThat(proposal.rate()).isEqualTo(Rate.percent("11"));
    assertThat(proposal.cap()).isEqualTo(Money.of(2_500, "EUR"));
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return MaisonLumen.class;
    }
  }
}
