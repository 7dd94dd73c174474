package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.halles.spi.CartContribution;
import org.halles.spi.CheckoutCheck.Opinion;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CurrencyCode;
import org.halles.spi.ListingCheck.Finding;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.ShippingOption;
import org.halles.spi.TaxRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that plugins give are kept with orders: one that cannot be written would end the sale. */
class WordsOfPluginsTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");
  private static final String NUL = "a\u0000b";
  private static final String HALF = "a\ud83db";
  private static final CartContribution.Basket BASKET =
      new CartContribution.Basket(Money.of(1000, EUR), "FR", 1, Instant.EPOCH);

  static Stream<Map<String, String>> wordsThatCannotBeKept() {
    return Stream.of(
        Map.of("fr", NUL, "en", "fine"),
        Map.of("fr", "bien", "en", HALF),
        Map.of("fr", "bien", "en", "fine", "de", NUL),
        Map.of("fr", "bien"));
  }

  @ParameterizedTest
  @MethodSource("wordsThatCannotBeKept")
  void reasonsTitlesHelpsAndFindingsAreRefused(Map<String, String> words) {
    Map<String, String> fine = Map.of("fr", "bien", "en", "fine");
    assertThatThrownBy(() -> Contracts.check(new Opinion(1, false, List.of(words))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Contracts.check(offer(words, Map.of()), BASKET))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Contracts.check(offer(fine, words), BASKET))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                Contracts.checkFindings(
                    List.of(new Finding(Finding.note("x", "x", "x").severity(), "x", words))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatCode(() -> Contracts.check(offer(fine, Map.of()), BASKET)).doesNotThrowAnyException();
  }

  @Test
  void soAreReasonsOfCommissionsAndNamesOfShipping() {
    assertThatThrownBy(
            () -> Contracts.check(Optional.of(CommissionProposal.of(Rate.percent("8"), NUL)), EUR))
        .hasMessageContaining("NUL");
    assertThatThrownBy(
            () ->
                Contracts.check(
                    Optional.of(CommissionProposal.of(Rate.percent("8"), HALF, "weekend")), EUR))
        .hasMessageContaining("a commission's reason");
    Money price = Money.of(400, EUR);
    assertThatThrownBy(
            () -> Contracts.check(List.of(new ShippingOption(NUL, "Poste", price, 1, 2)), EUR))
        .hasMessageContaining("NUL");
    assertThatThrownBy(
            () -> Contracts.check(List.of(new ShippingOption("post", HALF, price, 1, 2)), EUR))
        .hasMessageContaining("half a character");
    assertThatThrownBy(
            () ->
                Contracts.check(
                    Optional.of(new TaxRules.TaxRate(Rate.percent("20"), NUL, "TVA", true))))
        .hasMessageContaining("NUL");
  }

  private static Optional<CartContribution.Offer> offer(
      Map<String, String> title, Map<String, String> help) {
    return Optional.of(new CartContribution.Offer("refuge", Money.of(100, EUR), title, help));
  }
}
