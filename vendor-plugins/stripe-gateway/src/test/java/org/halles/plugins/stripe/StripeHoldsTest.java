package org.halles.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.plugins.stripe.Fixture.PRICE;
import static org.halles.plugins.stripe.Fixture.charge;
import static org.halles.plugins.stripe.Fixture.key;
import static org.halles.plugins.stripe.Fixture.refund;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halles.plugins.stripe.FakeStripe.Fault;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentGateway.CaptureRequest;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.GatewayEvent;
import org.halles.spi.PaymentGateway.GatewayTransaction;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Authorised;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.RequiresAction;
import org.halles.spi.PaymentOutcome.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money that Stripe holds first: 123.45, of which 24.00 are taken for 0.61 (1.5 % and 0.25). */
class StripeHoldsTest {

  private static final Money PART = Money.of(2_400, "EUR");

  private final Fixture at = new Fixture();
  private final PaymentGateway gateway = at.gateway();

  @AfterEach
  void stop() {
    at.stripe.close();
  }

  @Test
  void what_is_held_is_taken_in_part_and_the_journal_names_the_capture() {
    String held = hold();
    String capture = key();

    Approved taken = (Approved) take(capture, held);

    assertThat(taken.fee()).isEqualTo(Money.of(61, "EUR"));
    assertThat(gateway.find(held)).isInstanceOf(Authorised.class);
    assertThat(journal())
        .filteredOn(line -> line.idempotencyKey().equals(capture))
        .singleElement()
        .satisfies(line -> assertThat(line.amount()).isEqualTo(PART));
    assertThat(journal()).noneMatch(line -> line.idempotencyKey().equals(held));
    assertThat(gateway.refund(refund(key(), capture, 2_400))).isInstanceOf(Approved.class);
    assertThat(gateway.refund(refund(key(), capture, 1))).isInstanceOf(Declined.class);
  }

  @Test
  void it_is_held_for_a_week_where_stripe_says_nothing_else() {
    Authorised held = (Authorised) gateway.find(hold());

    assertThat(Duration.between(Instant.now(), held.until()))
        .isBetween(Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7));
  }

  @Test
  void a_capture_whose_answer_was_lost_is_found_and_not_sent_again() {
    String held = hold();
    String capture = key();
    at.stripe.fail(Fault.ANSWER_LOST, 3);

    assertThat(take(capture, held)).isInstanceOf(Unknown.class);

    assertThat(gateway.find(capture)).isInstanceOf(Approved.class);
    assertThat(take(capture, held)).isEqualTo(gateway.find(capture));
    assertThat(journal()).filteredOn(line -> line.kind().equals("charge")).hasSize(1);
  }

  @Test
  void a_capture_that_stripe_made_and_called_a_failure_is_asked_for_again_and_found() {
    String held = hold();
    String capture = key();
    at.stripe.fail(Fault.SERVER_ERROR_AFTER_ALL, 1);

    assertThat(take(capture, held)).isInstanceOf(Unknown.class);

    assertThat(take(capture, held)).isInstanceOf(Approved.class);
  }

  @Test
  void a_capture_that_never_arrived_takes_nothing_and_may_be_asked_for_anew() {
    String held = hold();
    String capture = key();
    at.stripe.fail(Fault.LOST_ON_THE_WAY, 3);

    assertThat(take(capture, held)).isInstanceOf(Unknown.class);
    assertThat(gateway.find(capture)).isInstanceOf(Unknown.class);

    assertThat(at.later().find(capture))
        .isInstanceOfSatisfying(Declined.class, never -> assertThat(never.saysNothing()).isTrue());
    assertThat(take(key(), held)).isInstanceOf(Approved.class);
  }

  @Test
  void what_the_bank_let_go_is_told_and_cannot_be_taken() {
    String held = hold();
    String intent = intent(held).get("id").getAsString();
    at.stripe.account().expire(intent);

    assertThat(told("payment_intent.canceled", intent(held)).idempotencyKey()).isEqualTo(held);
    assertThat(told("charge.expired", chargeOf(held)).idempotencyKey()).isEqualTo(held);
    assertThat(take(key(), held)).isInstanceOf(Declined.class);
    assertThat(gateway.release(held)).isInstanceOf(Approved.class);
    assertThat(gateway.find(held)).isInstanceOf(Authorised.class);
  }

  @Test
  void a_message_about_what_was_taken_names_the_capture() {
    String held = hold();
    assertThat(told("payment_intent.amount_capturable_updated", intent(held)).idempotencyKey())
        .isEqualTo(held);
    String capture = key();
    take(capture, held);

    assertThat(told("payment_intent.succeeded", intent(held)).idempotencyKey()).isEqualTo(capture);
    assertThat(told("charge.captured", chargeOf(held)).idempotencyKey()).isEqualTo(capture);
  }

  @Test
  void a_dispute_about_what_was_taken_is_a_chargeback_of_the_capture() {
    String held = hold();
    String capture = key();
    take(capture, held);

    String dispute = at.stripe.account().dispute(intent(held).get("id").getAsString(), 1_000);

    assertThat(gateway.chargeback(dispute)).map(Chargeback::chargeKey).contains(capture);
  }

  @Test
  void stripes_own_page_holds_as_well() {
    String held = key();
    PaymentOutcome page = gateway.authorise(charge(held, StripeGateway.HOSTED));
    assertThat(page).isInstanceOf(RequiresAction.class);
    at.stripe.account().finish(((RequiresAction) page).gatewayReference(), "pm_card_visa");

    assertThat(gateway.find(held)).isInstanceOf(Authorised.class);
    assertThat(take(key(), held)).isInstanceOf(Approved.class);
  }

  @Test
  void what_is_charged_at_once_is_no_hold() {
    String paid = key();

    assertThat(gateway.charge(charge(paid, "pm_card_visa"))).isInstanceOf(Approved.class);

    assertThat(take(key(), paid)).isInstanceOf(Declined.class);
  }

  private String hold() {
    String held = key();
    assertThat(gateway.authorise(charge(held, "pm_card_visa"))).isInstanceOf(Authorised.class);
    assertThat(intent(held).get("amount").getAsLong()).isEqualTo(PRICE.minor());
    return held;
  }

  private PaymentOutcome take(String capture, String held) {
    return gateway.capture(new CaptureRequest(capture, held, PART, "H-1"));
  }

  private JsonObject intent(String held) {
    return at.stripe.made("payment_intents", held).get(0);
  }

  private JsonObject chargeOf(String held) {
    return at.stripe.account().one("charges", intent(held).get("latest_charge").getAsString());
  }

  private GatewayEvent told(String type, JsonObject about) {
    var signed = at.stripe.message(type, about).message();
    return gateway.verify(signed.body(), signed.headers()).orElseThrow();
  }

  private List<GatewayTransaction> journal() {
    return gateway.transactionsSince(Instant.now().minusSeconds(60), 100);
  }
}
