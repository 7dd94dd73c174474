package org.halles.web.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.halles.marketplace.catalog.CompanyTermsInput;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTermsTest {

  private static final CurrencyCode EURO = CurrencyCode.of("EUR");
  private static final CurrencyCode YEN = CurrencyCode.of("JPY");

  @Test
  void aStepALineIsReadAsPeopleWriteIt() {
    CompanyTermsInput read =
        TypedTerms.read(new BigDecimal("5.20"), "10 = 4,50\n\n 1 000 = 3.9 \n", 2, null, EURO);

    assertThat(read.price().minor()).isEqualTo(520);
    assertThat(read.priceBreaks())
        .extracting(step -> step.from() + " " + step.price().minor() + step.price().currency())
        .containsExactly("10 450EUR", "1000 390EUR");
    assertThat(read.least()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10 = 1e2000000000", "10=4=5", "ten = 4", "99999 = 1", "10 = -4", "10 =", "4,50"})
  void whatIsNoStepIsSaidAtItsLine(String line) {
    assertThatThrownBy(() -> TypedTerms.read(null, "2 = 5\n" + line, null, null, EURO))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Violation::field)
                    .containsExactly("priceBreaks[1]"));
  }

  @Test
  void decimalsTheCurrencyDoesNotHaveAreSaidWhereverTheyAre() {
    assertThatThrownBy(() -> TypedTerms.read(new BigDecimal("4.50"), "10 = 3,5", null, null, YEN))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Violation::field)
                    .containsExactly("price", "priceBreaks[0].price"));
  }
}
