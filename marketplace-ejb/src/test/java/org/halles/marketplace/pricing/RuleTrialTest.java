package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.testing.BuyersSide;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** A rule that is being written shows what it takes of a sale an operator makes up. */
class RuleTrialTest {

  /** Three at 20.00 less 6.00: the buyer pays 54.00 and 9.00 of shipping; before, it was 60.00. */
  @Test
  void theBaseFollowsUnitsDiscountAndShipping() {
    assertThat(taken("GROSS")).isEqualTo(540);
    assertThat(taken("GROSS_WITH_SHIPPING")).isEqualTo(630);
    assertThat(taken("GROSS_BEFORE_DISCOUNTS")).isEqualTo(600);
  }

  @Test
  void whatIsLeftIsOfTheLineAfterTheDiscount() {
    RuleTrial.Outcome outcome = attempt("GROSS_BEFORE_DISCOUNTS", 3, euros(900), euros(600));

    assertThat(outcome.left()).isEqualTo(euros(5_400 - 600));
  }

  @Test
  void aSaleThatCannotBeIsNamed() {
    assertThatThrownBy(() -> attempt("GROSS", 2, Money.of(1, "USD"), euros(4_001)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting("field")
                    .containsExactly("shipping", "discount"));
    assertThatThrownBy(() -> attempt("GROSS", 0, null, null))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations()).extracting("field").containsExactly("quantity"));
  }

  private static long taken(String base) {
    return attempt(base, 3, euros(900), euros(600)).commission().minor();
  }

  private static RuleTrial.Outcome attempt(
      String base, int quantity, Money shipping, Money discount) {
    JsonNode terms = Json.read("{\"rate\":\"10 %\",\"base\":\"" + base + "\"}", JsonNode.class);
    RuleTrial.Outcome[] outcome = new RuleTrial.Outcome[1];
    BuyersSide.asSystem(
        () ->
            outcome[0] =
                BuyersSide.get(RuleTrial.class)
                    .of(
                        new RuleTrial.Request(
                            "standard.percentage",
                            terms,
                            euros(2_000),
                            null,
                            quantity,
                            shipping,
                            discount,
                            Map.of("brand", "Lumen"))));
    return outcome[0];
  }

  private static Money euros(long cents) {
    return Money.of(cents, "EUR");
  }
}
