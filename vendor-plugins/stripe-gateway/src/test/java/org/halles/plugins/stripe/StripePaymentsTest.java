package org.halles.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.plugins.stripe.Fixture.charge;
import static org.halles.plugins.stripe.Fixture.key;
import static org.halles.plugins.stripe.Fixture.refund;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.ChargebackState;
import org.halles.spi.PaymentGateway.GatewayEvent;
import org.halles.spi.PaymentGateway.GatewayTransaction;
import org.halles.spi.PaymentGateway.Payee;
import org.halles.spi.PaymentGateway.PayeeRequest;
import org.halles.spi.PaymentGateway.PayoutRequest;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Pending;
import org.halles.spi.PaymentOutcome.RequiresAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripePaymentsTest {

  private static final String VENDOR = "vendor-1";

  private final Fixture at = new Fixture();
  private final FakeStripe stripe = at.stripe;
  private final StripeGateway gateway = at.gateway();

  @AfterEach
  void stop() {
    stripe.close();
  }

  @Test
  void the_hosted_page_takes_the_payment_and_the_fee_is_told() {
    String key = key();

    PaymentOutcome opened = gateway.charge(charge(key, StripeGateway.HOSTED));
    PaymentOutcome waiting = gateway.find(key);
    String session = ((RequiresAction) opened).gatewayReference();
    stripe.account().finish(session, "pm_card_visa");
    PaymentOutcome paid = gateway.find(key);

    assertThat(((RequiresAction) opened).url()).startsWith("https://checkout.stripe.test/");
    assertThat(waiting).isEqualTo(opened);
    assertThat(((Approved) paid).fee()).isEqualTo(Money.of(12_345 * 15 / 1000 + 25, "EUR"));
  }

  @Test
  void the_buyer_comes_back_to_the_market() {
    gateway.charge(charge(key(), StripeGateway.HOSTED));

    Map<String, String> sent = stripe.requests().get(0).form();

    assertThat(sent.get("success_url")).isEqualTo("https://market.test/fr/orders/H-1");
    assertThat(sent.get("cancel_url")).isEqualTo("https://market.test/fr/orders/H-1");
  }

  @Test
  void a_hosted_page_that_nobody_finished_charges_nothing() {
    String key = key();
    PaymentOutcome opened = gateway.charge(charge(key, StripeGateway.HOSTED));
    stripe.account().finish(((RequiresAction) opened).gatewayReference(), null);

    PaymentOutcome outcome = gateway.find(key);

    assertThat(((Declined) outcome).code()).isEqualTo("action-expired");
  }

  @Test
  void what_was_paid_on_the_hosted_page_is_refunded() {
    String key = key();
    PaymentOutcome opened = gateway.charge(charge(key, StripeGateway.HOSTED));
    stripe.account().finish(((RequiresAction) opened).gatewayReference(), "pm_card_visa");

    PaymentOutcome refunded = gateway.refund(refund(key(), key, 12_345));

    assertThat(refunded).isInstanceOf(Approved.class);
  }

  @Test
  void a_hosted_page_that_waits_has_nothing_to_refund() {
    String key = key();
    gateway.charge(charge(key, StripeGateway.HOSTED));

    PaymentOutcome refunded = gateway.refund(refund(key(), key, 100));

    assertThat(((Declined) refunded).code()).isEqualTo("refund-refused");
  }

  @Test
  void the_bank_is_asked_and_its_answer_stands() {
    String yes = key();
    String no = key();
    PaymentOutcome asked = gateway.charge(charge(yes, "pm_card_threeDSecure2Required"));
    PaymentOutcome askedAgain = gateway.charge(charge(no, "pm_card_threeDSecure2Required"));
    stripe.account().act(((RequiresAction) asked).gatewayReference(), true);
    stripe.account().act(((RequiresAction) askedAgain).gatewayReference(), false);

    assertThat(((RequiresAction) asked).url()).isEqualTo("https://bank.test/3ds");
    assertThat(gateway.find(yes)).isInstanceOf(Approved.class);
    assertThat(((Declined) gateway.find(no)).code()).isEqualTo("action-declined");
  }

  @Test
  void a_slow_method_is_pending() {
    assertThat(gateway.charge(charge(key(), "pm_sepa"))).isInstanceOf(Pending.class);
  }

  @Test
  void a_vendor_signs_up_and_is_paid() {
    String charge = key();
    gateway.charge(charge(charge, "pm_card_visa"));

    Payee stranger = gateway.payee(request(null));
    Payee begun = gateway.payee(request("/vendor/payouts"));
    stripe.account().verified(account());
    Payee ready = gateway.payee(request(null));
    PaymentOutcome paid = gateway.payOut(payout(key(), 5_000));

    assertThat(stranger).isEqualTo(new Payee(false, Optional.empty()));
    assertThat(begun.signUp()).contains("https://connect.stripe.test/" + account());
    assertThat(ready).isEqualTo(new Payee(true, Optional.empty()));
    assertThat(paid).isInstanceOf(Approved.class);
    assertThat(stripe.account().all("accounts")).hasSize(1);
  }

  @Test
  void nobody_is_paid_without_an_account_or_beyond_the_balance() {
    PaymentOutcome nobody =
        gateway.payOut(new PayoutRequest(key(), Money.of(100, "EUR"), "stranger", "P-1"));
    gateway.payee(request("/vendor/payouts"));
    PaymentOutcome tooMuch = gateway.payOut(payout(key(), 100_000));

    assertThat(((Declined) nobody).code()).isEqualTo("no-account");
    assertThat(((Declined) tooMuch).code()).isEqualTo("balance-too-low");
  }

  @Test
  void a_transfer_taken_back_has_failed() {
    String key = key();
    gateway.charge(charge(key(), "pm_card_visa"));
    gateway.payee(request("/vendor/payouts"));
    gateway.payOut(payout(key, 1_000));
    stripe.account().reverse(stripe.made("transfers", key).get(0).get("id").getAsString());

    assertThat(((Declined) gateway.find(key)).code()).isEqualTo("transfer-reversed");
  }

  @Test
  void the_journal_names_charge_refund_and_payout_by_our_keys() {
    String charge = key();
    String refund = key();
    String payout = key();
    gateway.charge(charge(charge, "pm_card_visa"));
    gateway.refund(refund(refund, charge, 345));
    gateway.payee(request("/vendor/payouts"));
    gateway.payOut(payout(payout, 1_000));

    assertThat(gateway.transactionsSince(Instant.EPOCH, 10))
        .extracting(
            GatewayTransaction::kind,
            GatewayTransaction::idempotencyKey,
            line -> line.amount().minor(),
            line -> line.fee().minor())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("charge", charge, 12_345L, 210L),
            org.assertj.core.groups.Tuple.tuple("refund", refund, 345L, 0L),
            org.assertj.core.groups.Tuple.tuple("payout", payout, 1_000L, 0L));
  }

  @Test
  void a_dispute_is_a_chargeback_of_our_charge_and_its_message_names_it() {
    String key = key();
    gateway.charge(charge(key, "pm_card_visa"));
    String id = disputed(key, 2_345);

    SignedWebhook sent =
        stripe.message("charge.dispute.created", stripe.account().one("disputes", id));
    GatewayEvent read = gateway.verify(sent.body(), sent.headers()).orElseThrow();
    Chargeback found = gateway.chargeback(id).orElseThrow();

    assertThat(read.idempotencyKey()).isEqualTo(id);
    assertThat(read.type()).isEqualTo("chargeback.created");
    assertThat(found.chargeKey()).isEqualTo(key);
    assertThat(found.amount()).isEqualTo(Money.of(2_345, "EUR"));
    assertThat(found.fee()).isEqualTo(Money.of(1_500, "EUR"));
    assertThat(found.reason()).isEqualTo("product-not-received");
    assertThat(found.state()).isEqualTo(ChargebackState.OPEN);
    assertThat(gateway.chargebacksSince(Instant.now().minusSeconds(60), 10)).contains(found);
  }

  @Test
  void a_chargeback_is_contested_and_won() {
    String key = key();
    gateway.charge(charge(key, "pm_card_visa"));
    String id = disputed(key, 2_345);

    boolean contested =
        gateway.contest(
            id, PaymentGateway.Evidence.of("Delivered on the third, signed by the buyer."));
    boolean again =
        gateway.contest(
            id, PaymentGateway.Evidence.of("Delivered on the third, signed by the buyer."));
    ChargebackState waiting = gateway.chargeback(id).orElseThrow().state();
    stripe.account().win(id);
    ChargebackState won = gateway.chargeback(id).orElseThrow().state();

    assertThat(contested).isTrue();
    assertThat(again).isTrue();
    assertThat(waiting).isEqualTo(ChargebackState.CONTESTED);
    assertThat(won).isEqualTo(ChargebackState.WON);
    assertThat(gateway.accept(id)).isFalse();
  }

  @Test
  void evidence_is_sent_with_its_files_uploaded_first() {
    String key = key();
    gateway.charge(charge(key, "pm_card_visa"));
    String id = disputed(key, 2_345);
    byte[] slip = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, -1};
    PaymentGateway.Evidence evidence =
        new PaymentGateway.Evidence(
            "Delivered.",
            List.of(
                new PaymentGateway.EvidenceFile("slip.png", "image/png", slip),
                new PaymentGateway.EvidenceFile(
                    "letter.pdf", "application/pdf", "%PDF-1".getBytes())));

    assertThat(gateway.contest(id, evidence)).isTrue();

    List<JsonObject> files = stripe.account().all("files");
    assertThat(files).hasSize(2);
    assertThat(files.get(0).get("size").getAsInt()).isEqualTo(slip.length);
    FakeStripe.Request sent =
        stripe.requests().stream()
            .filter(one -> one.path().equals("/v1/disputes/" + id))
            .filter(one -> one.method().equals("POST"))
            .findFirst()
            .orElseThrow();
    assertThat(sent.form())
        .containsEntry("evidence[uncategorized_text]", "Delivered.")
        .containsEntry("evidence[uncategorized_file]", files.get(0).get("id").getAsString())
        .containsEntry("evidence[shipping_documentation]", files.get(1).get("id").getAsString());
  }

  /** Of 23.45 the bank gives 20.00 back: Stripe calls it lost, its lines tell the rest. */
  @Test
  void a_chargeback_of_which_a_part_came_back_is_partly_won() {
    String key = key();
    gateway.charge(charge(key, "pm_card_visa"));
    String id = disputed(key, 2_345);
    stripe.account().decide(id, "lost", 2_000);

    Chargeback partly = gateway.chargeback(id).orElseThrow();

    assertThat(partly.state()).isEqualTo(ChargebackState.PARTLY);
    assertThat(partly.kept()).isEqualTo(Money.of(345, "EUR"));
  }

  @Test
  void a_chargeback_that_is_accepted_is_lost() {
    String key = key();
    gateway.charge(charge(key, "pm_card_visa"));
    String id = disputed(key, 12_345);

    assertThat(gateway.accept(id)).isTrue();
    assertThat(gateway.accept(id)).isTrue();
    assertThat(gateway.chargeback(id).orElseThrow().state()).isEqualTo(ChargebackState.LOST);
    assertThat(gateway.contest(id, PaymentGateway.Evidence.of("Too late."))).isFalse();
  }

  private String disputed(String key, long minor) {
    String intent = stripe.made("payment_intents", key).get(0).get("id").getAsString();
    return stripe.account().dispute(intent, minor);
  }

  @Test
  void amounts_off_the_grid_are_refused_before_anything_is_sent() {
    PaymentOutcome outcome = gateway.charge(charge(key(), "pm_card_visa", Money.of(12_345, "KWD")));

    assertThat(((Declined) outcome).code()).isEqualTo("amount-not-payable");
    assertThat(stripe.requests()).isEmpty();
  }

  @Test
  void without_keys_it_is_not_offered() {
    assertThat(new StripeGateway(Settings.of(Map.of()), () -> null, Clock.systemUTC()))
        .matches(off -> !off.isReady());
    assertThat(gateway.isReady()).isTrue();
  }

  private String account() {
    return stripe.account().all("accounts").get(0).get("id").getAsString();
  }

  private PayeeRequest request(String returnUrl) {
    return new PayeeRequest(VENDOR + stripe.base(), "FR", "lou@example.org", returnUrl);
  }

  private PayoutRequest payout(String key, long minor) {
    return new PayoutRequest(key, Money.of(minor, "EUR"), VENDOR + stripe.base(), "P-1");
  }
}
