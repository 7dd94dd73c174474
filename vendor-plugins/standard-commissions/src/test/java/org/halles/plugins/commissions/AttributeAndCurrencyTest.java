package org.halles.plugins.commissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.VendorFacts;
import org.junit.jupiter.api.Test;

/** A share of certain brands, and amounts of their own in each currency. */
class AttributeAndCurrencyTest {

  private static final AttributeCommission.Terms BRANDS =
      new AttributeCommission.Terms("brand", List.of("Lumen", " Boréal "), Rate.percent("8"), null);

  @Test
  void onlyTheBrandsThatAreNamedPayTheirShare() {
    assertThat(rateFor(Map.of("brand", "lumen"))).contains(Rate.percent("8"));
    assertThat(rateFor(Map.of("brand", "Boréal"))).contains(Rate.percent("8"));
    assertThat(rateFor(Map.of("brand", "Other"))).isEmpty();
    assertThat(rateFor(Map.of())).isEmpty();
  }

  @Test
  void eachCurrencyHasItsOwnAmounts() {
    CurrencyCommission.Terms terms =
        new CurrencyCommission.Terms(
            Rate.percent("10"),
            List.of(
                new CurrencyAmounts("EUR", "0.35", null, "40"),
                new CurrencyAmounts("JPY", "50", "80", null)),
            null);
    CommissionProposal euros = propose(terms, "EUR").orElseThrow();
    assertThat(euros.perLine()).isEqualTo(Money.of(35, "EUR"));
    assertThat(euros.cap()).isEqualTo(Money.of(4_000, "EUR"));
    assertThat(propose(terms, "JPY").orElseThrow().floor()).isEqualTo(Money.of(80, "JPY"));
    assertThat(propose(terms, "CHF")).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(() -> new AttributeCommission.Terms(" ", List.of(), null, null))
        .hasMessageContainingAll("attribute", "values", "rate");
    assertThatThrownBy(() -> new CurrencyAmounts("EUR", "x", "-1", "0.001"))
        .hasMessageContainingAll("perLine", "floor", "cap");
    assertThatThrownBy(() -> new CurrencyAmounts("EUR", "1,000", null, null))
        .hasMessageContaining("perLine is 1,000");
    assertThatThrownBy(() -> new CurrencyAmounts("EURO", null, null, null))
        .hasMessageContaining("currency is EURO");
    assertThatThrownBy(() -> new CurrencyAmounts("EUR", null, "2", "1"))
        .hasMessageContaining("floor");
    CurrencyAmounts euros = new CurrencyAmounts("EUR", null, null, null);
    assertThatThrownBy(() -> new CurrencyCommission.Terms(Rate.ZERO, List.of(euros, euros), null))
        .hasMessageContaining("twice");
  }

  private static Optional<Rate> rateFor(Map<String, String> attributes) {
    return new AttributeCommission()
        .propose(sale("EUR", attributes), BRANDS)
        .map(CommissionProposal::rate);
  }

  private static Optional<CommissionProposal> propose(
      CurrencyCommission.Terms terms, String currency) {
    return new CurrencyCommission().propose(sale(currency, Map.of()), terms);
  }

  private static SaleFacts sale(String currency, Map<String, String> attributes) {
    Money price = Money.of(2_000, currency);
    Money none = Money.of(0, currency);
    return new SaleFacts(
        new VendorFacts("v", "stall", "FR", true, Map.of()),
        "l",
        "goods",
        List.of("books"),
        attributes,
        1,
        price,
        price,
        none,
        none,
        "FR",
        Instant.EPOCH,
        LocalDateTime.of(2026, 6, 15, 12, 0));
  }
}
