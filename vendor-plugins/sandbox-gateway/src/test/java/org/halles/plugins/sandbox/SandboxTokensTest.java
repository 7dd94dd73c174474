package org.halles.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.CaptureRequest;
import org.halles.spi.PaymentGateway.ChargeRequest;
import org.halles.spi.PaymentGateway.GatewayTransaction;
import org.halles.spi.PaymentGateway.RefundRequest;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Authorised;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Pending;
import org.halles.spi.PaymentOutcome.RequiresAction;
import org.halles.spi.PaymentOutcome.Unknown;
import org.halles.spi.SimulatedAction.WaitingAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each token makes happen, and what follows when time passes. */
class SandboxTokensTest {

  private static final Money TOTAL = Money.of(10_000, "EUR");

  private final SettableClock clock = new SettableClock();
  private final List<Long> pauses = new ArrayList<>();
  private final SandboxGateway gateway =
      new SandboxGateway(SandboxDatabase::dataSource, clock, pauses::add);
  private final String key = UUID.randomUUID().toString();

  @Test
  void approved_charges_at_once_for_a_fee_of_1_4_percent_and_25() {
    assertThat(((Approved) charge("approved")).fee()).isEqualTo(Money.of(165, "EUR"));
  }

  @Test
  void the_fee_never_exceeds_the_charge() {
    assertThat(Account.USUAL.feeOf(Money.of(10, "EUR"))).isEqualTo(Money.of(10, "EUR"));
    assertThat(Account.USUAL.feeOf(Money.of(26, "EUR"))).isEqualTo(Money.of(25, "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "declined, card-declined",
    "insufficient-funds, insufficient-funds",
    "error, gateway-unavailable",
    "4111111111111111, unknown-token",
    "'', unknown-token"
  })
  void refusals_have_their_codes_and_never_repeat_the_token(String token, String code) {
    Declined declined = (Declined) charge(token);

    assertThat(declined.code()).isEqualTo(code);
    assertThat(declined.message()).isNotBlank().doesNotContain("4111");
    assertThat(status()).isEqualTo("failed");
  }

  @Test
  void the_first_refund_is_refused_and_the_next_one_is_not() {
    assertThat(charge("refund-refused")).isInstanceOf(Approved.class);

    assertThat(gateway.refund(refund("r1-" + key))).isEqualTo(declined("account-closed"));
    assertThat(gateway.refund(refund("r1-" + key))).isEqualTo(declined("account-closed"));
    assertThat(gateway.refund(refund("r2-" + key))).isInstanceOf(Approved.class);
  }

  private RefundRequest refund(String refundKey) {
    return new RefundRequest(refundKey, key, Money.of(500, "EUR"), "H-7");
  }

  @Test
  void pending_settles_by_itself_within_five_seconds() {
    assertThat(charge("pending-approved")).isInstanceOf(Pending.class);
    assertThat(gateway.find(key)).isInstanceOf(Pending.class);
    assertThat(status()).isEqualTo("pending");

    clock.pass(Duration.ofSeconds(5));

    assertThat(gateway.find(key)).isInstanceOf(Approved.class);
    assertThat(status()).isEqualTo("succeeded");
  }

  @Test
  void pending_declined_ends_declined() {
    assertThat(charge("pending-declined")).isInstanceOf(Pending.class);

    clock.pass(Duration.ofSeconds(5));

    assertThat(gateway.find(key)).isEqualTo(declined("card-declined"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_action_waits_for_the_buyer_and_the_first_decision_stands(boolean approved) {
    RequiresAction action = (RequiresAction) charge("requires-action");
    String reference = action.gatewayReference();

    assertThat(action.url()).isEqualTo("/api/v1/sandbox-gateway/actions/" + reference);
    assertThat(gateway.waiting(reference))
        .contains(new WaitingAction(key, TOTAL, "H-7", "/orders/H-7"));
    gateway.decide(reference, approved);
    gateway.decide(reference, !approved);

    assertThat(gateway.find(key))
        .isEqualTo(
            approved ? new Approved(reference, Money.of(165, "EUR")) : declined("action-declined"));
    assertThat(gateway.waiting(reference)).isEmpty();
  }

  @Test
  void an_action_nobody_takes_expires() {
    RequiresAction action = (RequiresAction) charge("requires-action");

    clock.pass(Duration.ofMinutes(31));
    gateway.decide(action.gatewayReference(), true);

    assertThat(gateway.find(key)).isEqualTo(declined("action-expired"));
    assertThat(gateway.waiting(action.gatewayReference())).isEmpty();
  }

  @Test
  void held_money_is_let_go_after_its_time() {
    Authorised held = (Authorised) gateway.authorise(hold("hold-short"));
    assertThat(held.until()).isEqualTo(clock.instant().plusSeconds(20));

    clock.pass(Duration.ofSeconds(21));

    assertThat(gateway.capture(capture("c1-" + key))).isEqualTo(declined("capture-refused"));
    assertThat(gateway.find(key)).isEqualTo(held);
  }

  @Test
  void a_capture_may_be_refused_for_good() {
    assertThat(gateway.authorise(hold("capture-refused"))).isInstanceOf(Authorised.class);

    assertThat(gateway.capture(capture("c1-" + key))).isEqualTo(declined("capture-refused"));
    assertThat(gateway.find("c1-" + key)).isEqualTo(declined("capture-refused"));
  }

  @Test
  void a_capture_that_is_not_answered_is_found_under_its_key() {
    gateway.authorise(hold("capture-timeout"));

    assertThatThrownBy(() -> gateway.capture(capture("c1-" + key)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(gateway.find("c1-" + key)).isInstanceOf(Approved.class);
    assertThat(gateway.capture(capture("c1-" + key))).isInstanceOf(Approved.class);
  }

  @Test
  void a_buyer_may_have_to_act_before_money_is_held() {
    RequiresAction action = (RequiresAction) gateway.authorise(hold("requires-action"));
    assertThat(gateway.waiting(action.gatewayReference())).isPresent();

    gateway.decide(action.gatewayReference(), true);

    assertThat(gateway.find(key)).isInstanceOf(Authorised.class);
  }

  private CaptureRequest capture(String captureKey) {
    return new CaptureRequest(captureKey, key, Money.of(500, "EUR"), "H-7");
  }

  @Test
  void a_decision_on_nothing_is_refused() {
    assertThatThrownBy(() -> gateway.decide("ch_nothing", true))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("ch_nothing");
  }

  @Test
  void timeout_charged_gives_no_answer_but_is_found_charged() {
    assertThatThrownBy(() -> charge("timeout-charged")).isInstanceOf(UncheckedIOException.class);

    assertThat(gateway.find(key)).isInstanceOf(Approved.class);
    assertThat(charge("timeout-charged")).isEqualTo(gateway.find(key));
    assertThat(journal()).hasSize(1);
  }

  @Test
  void timeout_not_charged_is_given_up_after_a_while_and_then_never_charged() {
    assertThatThrownBy(() -> charge("timeout-not-charged"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(gateway.find(key)).isInstanceOf(Unknown.class);

    clock.pass(SandboxGateway.GRACE);

    assertThat(gateway.find(key)).isEqualTo(declined(Declined.NEVER_RECEIVED));
    assertThat(charge("approved")).isEqualTo(declined(Declined.NEVER_RECEIVED));
    assertThat(journal()).isEmpty();
  }

  @Test
  void a_charge_that_arrives_after_it_was_asked_about_still_counts() {
    assertThat(gateway.find(key)).isInstanceOf(Unknown.class);

    assertThat(charge("approved")).isInstanceOf(Approved.class);
    clock.pass(SandboxGateway.GRACE);

    assertThat(gateway.find(key)).isInstanceOf(Approved.class);
  }

  @Test
  void a_delay_is_kept_and_nonsense_is_refused() {
    assertThat(charge("approved", Map.of("delayMs", "1500"))).isInstanceOf(Approved.class);
    assertThat(pauses).containsExactly(1_500L);

    for (String nonsense : List.of("30001", "-1", "soon", "99999999999999999999", "")) {
      PaymentOutcome outcome =
          gateway.charge(
              request(UUID.randomUUID().toString(), "approved", Map.of("delayMs", nonsense)));
      assertThat(outcome).isEqualTo(declined("invalid-delay"));
    }
  }

  @Test
  void a_key_used_for_another_amount_is_refused_with_both_amounts() {
    charge("approved");

    assertThatThrownBy(
            () ->
                gateway.charge(
                    new ChargeRequest(
                        key, Money.of(1, "EUR"), "approved", "H-7", "/orders/H-7", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100.00 EUR")
        .hasMessageContaining("0.01 EUR");
  }

  @Test
  void every_change_is_told_in_a_signed_message() {
    charge("pending-approved");
    Instant before = clock.instant();
    assertThat(messages(before)).isEmpty();

    clock.pass(Duration.ofSeconds(5));

    assertThat(messages(before)).containsExactly("charge.succeeded " + key);
  }

  @Test
  void an_old_message_is_refused_as_a_replay() {
    charge("approved");
    var message = gateway.messagesSince(clock.instant(), 100).get(0);
    assertThat(gateway.verify(message.body(), message.headers())).isPresent();

    clock.pass(Duration.ofMinutes(6));

    assertThat(gateway.verify(message.body(), message.headers())).isEmpty();
  }

  private List<String> messages(Instant since) {
    return gateway.messagesSince(since, 1_000).stream()
        .flatMap(m -> gateway.verify(m.body(), m.headers()).stream())
        .filter(event -> event.idempotencyKey().equals(key))
        .map(event -> event.type() + " " + event.idempotencyKey())
        .toList();
  }

  private PaymentOutcome charge(String token) {
    return charge(token, Map.of());
  }

  private PaymentOutcome charge(String token, Map<String, String> options) {
    return gateway.charge(request(key, token, options));
  }

  private ChargeRequest hold(String token) {
    return request(key, token, Map.of());
  }

  private static ChargeRequest request(String key, String token, Map<String, String> options) {
    return new ChargeRequest(key, TOTAL, token, "H-7", "/orders/H-7", options);
  }

  private String status() {
    return journal().get(0).status();
  }

  private List<GatewayTransaction> journal() {
    return gateway.transactionsSince(Instant.EPOCH, 100_000).stream()
        .filter(line -> line.idempotencyKey().equals(key))
        .toList();
  }

  private static Declined declined(String code) {
    return new Declined(code, Scenario.message(code));
  }
}
