package org.halles.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.plugins.stripe.Fixture.PRICE;
import static org.halles.plugins.stripe.Fixture.charge;
import static org.halles.plugins.stripe.Fixture.key;
import static org.halles.plugins.stripe.Fixture.refund;

import org.halles.plugins.stripe.FakeStripe.Fault;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever breaks on the way, a buyer is charged at most once, and we find out. */
class StripeTroubleTest {

  private static final int ALL_TRIES = 3;

  private final Fixture at = new Fixture();
  private final FakeStripe stripe = at.stripe;

  @AfterEach
  void stop() {
    stripe.close();
  }

  @Test
  void an_answer_that_is_lost_once_is_asked_for_again_by_itself() {
    String key = key();
    stripe.fail(Fault.ANSWER_LOST, 1);

    PaymentOutcome outcome = at.gateway().charge(charge(key, "pm_card_visa"));

    assertThat(outcome).isInstanceOf(Approved.class);
    assertThat(stripe.made("payment_intents", key)).hasSize(1);
  }

  @Test
  void a_charge_whose_answer_never_came_is_found_by_what_we_left_in_it() {
    String key = key();
    stripe.fail(Fault.ANSWER_LOST, ALL_TRIES);

    PaymentOutcome first = at.gateway().charge(charge(key, "pm_card_visa"));
    PaymentOutcome found = at.gateway().find(key);

    assertThat(first).isInstanceOf(Unknown.class);
    assertThat(found).isInstanceOf(Approved.class);
    assertThat(stripe.made("payment_intents", key)).hasSize(1);
  }

  @Test
  void a_charge_that_ended_in_a_stored_500_is_found_nevertheless() {
    String key = key();
    stripe.fail(Fault.SERVER_ERROR_AFTER_ALL, 1);

    PaymentOutcome first = at.gateway().charge(charge(key, "pm_card_visa"));
    PaymentOutcome found = at.gateway().find(key);

    assertThat(first).isInstanceOf(Unknown.class);
    assertThat(found).isInstanceOf(Approved.class);
  }

  @Test
  void a_charge_that_never_arrived_is_given_up_only_when_it_cannot_arrive_any_more() {
    String key = key();
    stripe.fail(Fault.LOST_ON_THE_WAY, ALL_TRIES);

    PaymentOutcome first = at.gateway().charge(charge(key, "pm_card_visa"));
    PaymentOutcome soon = at.gateway().find(key);
    PaymentOutcome late = at.later().find(key);
    PaymentOutcome again = at.gateway().charge(charge(key, "pm_card_visa"));

    assertThat(first).isInstanceOf(Unknown.class);
    assertThat(soon).isInstanceOf(Unknown.class);
    assertThat(code(late)).isEqualTo(Declined.NEVER_RECEIVED);
    assertThat(code(again)).isEqualTo(Declined.NEVER_RECEIVED);
    assertThat(stripe.account().all("payment_intents")).isEmpty();
  }

  @Test
  void a_key_asked_about_before_it_was_sent_is_spent() {
    String key = key();

    PaymentOutcome asked = at.gateway().find(key);
    PaymentOutcome sent = at.gateway().charge(charge(key, "pm_card_visa"));

    assertThat(code(asked)).isEqualTo(Declined.NEVER_RECEIVED);
    assertThat(code(sent)).isEqualTo(Declined.NEVER_RECEIVED);
    assertThat(stripe.account().all("payment_intents")).isEmpty();
  }

  @Test
  void too_many_requests_take_nothing_and_say_so() {
    String key = key();
    stripe.fail(Fault.RATE_LIMITED, ALL_TRIES);

    PaymentOutcome outcome = at.gateway().charge(charge(key, "pm_card_visa"));

    assertThat(code(outcome)).isEqualTo(Declined.UNAVAILABLE);
    assertThat(stripe.account().all("payment_intents")).isEmpty();
  }

  @Test
  void a_refund_whose_answer_was_lost_is_found_and_given_once() {
    String charge = key();
    String refund = key();
    at.gateway().charge(charge(charge, "pm_card_visa"));
    stripe.fail(Fault.ANSWER_LOST, ALL_TRIES);

    PaymentOutcome first = at.gateway().refund(refund(refund, charge, 500));
    PaymentOutcome again = at.gateway().refund(refund(refund, charge, 500));

    assertThat(first).isInstanceOf(Unknown.class);
    assertThat(again).isInstanceOf(Approved.class);
    assertThat(stripe.made("refunds", refund)).hasSize(1);
  }

  @Test
  void a_refused_card_leaves_a_payment_that_cannot_be_paid_any_more() {
    String key = key();

    PaymentOutcome outcome =
        at.gateway().charge(charge(key, "pm_card_chargeDeclinedInsufficientFunds"));

    assertThat(code(outcome)).isEqualTo("insufficient-funds");
    assertThat(stripe.made("payment_intents", key).get(0).get("status").getAsString())
        .isEqualTo("canceled");
  }

  @Test
  void a_key_used_for_another_amount_is_a_mistake_of_ours_and_charges_nothing() {
    String key = key();
    stripe.fail(Fault.LOST_ON_THE_WAY, ALL_TRIES);
    at.gateway().charge(charge(key, "pm_card_visa"));

    assertThatThrownBy(
            () -> at.gateway().charge(charge(key, "pm_card_visa", PRICE.plus(Money.of(1, "EUR")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use a new key");
    assertThat(stripe.account().all("payment_intents")).isEmpty();
  }

  private static String code(PaymentOutcome outcome) {
    assertThat(outcome).isInstanceOf(Declined.class);
    return ((Declined) outcome).code();
  }
}
