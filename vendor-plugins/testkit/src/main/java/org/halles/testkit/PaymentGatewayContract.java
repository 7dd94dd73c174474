package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentGateway.CaptureRequest;
import org.halles.spi.PaymentGateway.ChargeRequest;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.GatewayTransaction;
import org.halles.spi.PaymentGateway.RefundRequest;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Authorised;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Unknown;
import org.halles.spi.SimulatedAction.SignedMessage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What Halles relies on in every {@link PaymentGateway}. Run it against the gateway's test mode or
 * a stateful fake of it; every test uses keys of its own.
 */
public abstract class PaymentGatewayContract {

  private static final int THREADS = 8;
  private static final int JOURNAL = 100_000;

  private final Instant begin = Instant.now().minusSeconds(60);

  /** The gateway; each call gives one that shares the same books. */
  protected abstract PaymentGateway gateway();

  /** A token whose charge is approved at once. */
  protected abstract String approvedToken();

  /** A token whose charge is declined. */
  protected abstract String declinedToken();

  /** A genuine signed message about the charge under this key, as the gateway sends it. */
  protected abstract SignedMessage genuineMessage(String chargeKey);

  /** An amount to try with; at least 10 minor units. */
  protected Money amount() {
    return Money.of(12_345, "EUR");
  }

  @Test
  void an_approved_charge_is_found_again_under_its_key() {
    String key = key();
    Approved approved = approve(key);

    equal(approved, asked().find(key), "find() after an approved charge");
    check(
        approved.gatewayReference() != null && !approved.gatewayReference().isBlank(),
        "an approved charge has no reference of the gateway");
    check(
        !approved.fee().isNegative() && approved.fee().compareTo(amount()) <= 0,
        "the fee of %s is %s: it must be between zero and the charge",
        amount(),
        approved.fee());
  }

  @Test
  void the_same_key_charges_once() {
    String key = key();
    Approved approved = approve(key);

    equal(approved, asked().charge(charge(key, approvedToken())), "a charge under the same key");
    once(key);
  }

  @Test
  void the_same_key_charges_once_when_used_by_many_at_once() {
    String key = key();
    Callable<PaymentOutcome> charge = () -> asked().charge(charge(key, approvedToken()));

    List<PaymentOutcome> outcomes = Together.all(Collections.nCopies(THREADS, charge));

    outcomes.forEach(outcome -> equal(outcomes.get(0), outcome, "concurrent charges of one key"));
    once(key);
  }

  @Test
  void a_declined_charge_moves_nothing_and_stays_declined() {
    String key = key();
    PaymentOutcome declined = asked().charge(charge(key, declinedToken()));
    check(declined instanceof Declined, "the declined token gave %s", declined);

    equal(declined, asked().find(key), "find() after a declined charge");
    PaymentOutcome again = asked().charge(charge(key, approvedToken()));
    check(
        again instanceof Declined,
        "a declined key was used again and gave %s: nothing may ever move under it",
        again);
    check(
        journal(key).stream().noneMatch(line -> line.status().equals("succeeded")),
        "the journal says that a declined charge succeeded: %s",
        journal(key));
    check(!refunds(key(), key, amount()), "a declined charge could be refunded");
  }

  @Test
  void a_key_that_was_never_sent_is_never_said_to_have_moved_money() {
    PaymentOutcome outcome = asked().find(key());

    check(
        outcome instanceof Unknown
            || outcome instanceof Declined declined
                && declined.code().equals(Declined.NEVER_RECEIVED),
        "find() of a key that was never sent is %s: it must be Unknown or Declined(%s)",
        outcome,
        Declined.NEVER_RECEIVED);
  }

  @Test
  void the_same_key_refunds_once() {
    String charge = key();
    approve(charge);
    String key = key();
    Money part = share(3);
    PaymentOutcome refund = asked().refund(new RefundRequest(key, charge, part, "R-1"));
    check(refund instanceof Approved, "a refund of %s of %s gave %s", part, amount(), refund);

    equal(
        refund,
        asked().refund(new RefundRequest(key, charge, part, "R-1")),
        "a refund under the same key");
    equal(refund, asked().find(key), "find() of a refund");
    once(key);
    check(
        refunds(key(), charge, amount().minus(part)),
        "after a refund of %s, used twice under one key, the rest of %s could not be refunded",
        part,
        amount());
  }

  @Test
  void no_more_is_refunded_than_was_charged() {
    String charge = key();
    approve(charge);
    check(!refunds(key(), charge, amount().plus(share(10))), "more than the charge was refunded");
    check(refunds(key(), charge, amount()), "the whole charge could not be refunded");
    check(!refunds(key(), charge, share(10)), "a refund succeeded with nothing left of the charge");
    check(!refunds(key(), key(), share(10)), "a charge that does not exist was refunded");
  }

  @Test
  void no_more_is_refunded_than_was_charged_by_many_at_once() {
    String charge = key();
    approve(charge);
    Money part = share(3);

    List<Boolean> refunded =
        Together.all(
            IntStream.range(0, THREADS)
                .<Callable<Boolean>>mapToObj(i -> () -> refunds(key(), charge, part))
                .toList());

    long succeeded = refunded.stream().filter(done -> done).count();
    check(
        succeeded == amount().minor() / part.minor(),
        "%d refunds of %s succeeded at once on a charge of %s",
        succeeded,
        part,
        amount());
  }

  @Test
  void the_journal_keeps_amount_currency_and_order() {
    String first = key();
    approve(first);
    String second = key();
    asked().refund(new RefundRequest(second, first, share(3), "R-2"));

    List<GatewayTransaction> lines =
        asked().transactionsSince(begin, JOURNAL).stream()
            .filter(line -> List.of(first, second).contains(line.idempotencyKey()))
            .toList();

    equal(
        List.of("charge " + amount() + " succeeded", "refund " + share(3) + " succeeded"),
        lines.stream().map(l -> l.kind() + " " + l.amount() + " " + l.status()).toList(),
        "the journal, oldest first");
    check(
        asked().transactionsSince(begin, 1).size() == 1, "the journal does not keep to its limit");
    Instant at = lines.get(1).at();
    check(
        asked().transactionsSince(at, JOURNAL).stream()
            .anyMatch(line -> line.idempotencyKey().equals(second)),
        "the journal since %s leaves out what happened at that very instant",
        at);
  }

  @Test
  void a_genuine_message_names_its_charge_and_a_forged_one_is_refused() {
    String key = key();
    approve(key);
    SignedMessage genuine = genuineMessage(key);
    Optional<PaymentGateway.GatewayEvent> event = asked().verify(genuine.body(), genuine.headers());
    check(
        event.map(e -> e.idempotencyKey().equals(key)).orElse(false),
        "a genuine message was read as %s",
        event);

    byte[] changed = genuine.body();
    changed[changed.length / 2] ^= 1;
    refused(changed, genuine.headers(), "with one bit of its body changed");
    refused(genuine.body(), Map.of(), "without its headers");
    refused(new byte[0], genuine.headers(), "without its body");
    genuine
        .headers()
        .forEach(
            (name, value) -> {
              Map<String, String> headers = new HashMap<>(genuine.headers());
              headers.put(name, (value.startsWith("1") ? "2" : "1") + value.substring(1));
              refused(genuine.body(), headers, "with another " + name);
            });
  }

  @Test
  void a_chargeback_nobody_opened_is_none_and_takes_no_answer() {
    String reference = key();
    check(
        asked().chargeback(reference).isEmpty(),
        "a chargeback that was never opened is %s",
        asked().chargeback(reference));
    check(
        !asked().contest(reference, PaymentGateway.Evidence.of("Signed for.")),
        "a chargeback of nothing was contested");
    check(!asked().accept(reference), "a chargeback of nothing was accepted");
  }

  /** A gateway without chargebacks lists none, and keeps the contract. */
  @Test
  void listed_chargebacks_are_found_again_by_their_reference() {
    for (Chargeback listed : asked().chargebacksSince(Instant.EPOCH, JOURNAL)) {
      equal(
          Optional.of(listed.chargeKey()),
          asked().chargeback(listed.reference()).map(Chargeback::chargeKey),
          "chargeback() of a listed one");
      check(
          listed.amount().isPositive() && !listed.fee().isNegative(),
          "the chargeback %s is of %s with a fee of %s",
          listed.reference(),
          listed.amount(),
          listed.fee());
    }
  }

  @Test
  void held_money_is_taken_once_and_the_rest_is_let_go() {
    if (authorises()) {
      String held = hold();
      String key = key();
      Money part = share(2);
      PaymentOutcome captured = asked().capture(capture(key, held, part));
      check(
          captured instanceof Approved, "a capture of %s of %s gave %s", part, amount(), captured);

      equal(captured, asked().capture(capture(key, held, part)), "a capture under the same key");
      equal(captured, asked().find(key), "find() of a capture");
      once(key);
      check(journal(held).isEmpty(), "the journal lists money that was held: %s", journal(held));
      check(
          asked().capture(capture(key(), held, share(10))) instanceof Declined,
          "what was let go with a capture was captured");
      check(asked().release(held) instanceof Declined, "what was captured was said to be released");
      check(refunds(key(), key, part), "the captured %s could not be refunded", part);
    }
  }

  @Test
  void no_more_is_captured_than_is_held_by_many_at_once() {
    if (authorises()) {
      String held = hold();
      check(
          asked().capture(capture(key(), held, amount().plus(share(10)))) instanceof Declined,
          "more was captured than is held");
      List<Boolean> captured =
          Together.all(
              IntStream.range(0, THREADS)
                  .<Callable<Boolean>>mapToObj(
                      i ->
                          () -> asked().capture(capture(key(), held, share(3))) instanceof Approved)
                  .toList());
      long succeeded = captured.stream().filter(done -> done).count();
      check(succeeded == 1, "%d captures of one hold succeeded at once", succeeded);
    }
  }

  @Test
  void the_same_key_captures_once_when_used_by_many_at_once() {
    if (authorises()) {
      String held = hold();
      String key = key();
      Money part = share(2);
      Callable<PaymentOutcome> capture = () -> asked().capture(capture(key, held, part));

      List<PaymentOutcome> outcomes = Together.all(Collections.nCopies(THREADS, capture));

      check(
          outcomes.get(0) instanceof Approved,
          "a capture by many at once gave %s",
          outcomes.get(0));
      outcomes.forEach(outcome -> equal(outcomes.get(0), outcome, "captures of one key at once"));
      once(key);
    }
  }

  @Test
  void what_was_released_is_never_captured() {
    if (authorises()) {
      String held = hold();
      PaymentOutcome released = asked().release(held);
      check(released instanceof Approved, "a release gave %s", released);
      equal(released, asked().release(held), "a second release");
      check(
          asked().capture(capture(key(), held, share(3))) instanceof Declined,
          "released money was captured");
    }
  }

  @Test
  void money_that_was_refused_is_not_held() {
    if (authorises()) {
      String key = key();
      PaymentOutcome outcome = asked().authorise(charge(key, declinedToken()));
      check(outcome instanceof Declined, "the declined token held money: %s", outcome);
      equal(outcome, asked().find(key), "find() after a declined authorisation");
      check(
          asked().capture(capture(key(), key, share(3))) instanceof Declined,
          "refused money was captured");
    }
  }

  /** A gateway that charges at once only keeps these promises by not making them. */
  private boolean authorises() {
    return asked().authorises();
  }

  private String hold() {
    String key = key();
    PaymentOutcome outcome = asked().authorise(charge(key, approvedToken()));
    check(outcome instanceof Authorised, "the approved token held nothing but gave %s", outcome);
    equal(outcome, asked().authorise(charge(key, approvedToken())), "a hold under the same key");
    equal(outcome, asked().find(key), "find() after an authorisation");
    Instant until = ((Authorised) outcome).until();
    check(until.isAfter(Instant.now()), "money is held until %s, which is over", until);
    return key;
  }

  private static CaptureRequest capture(String key, String held, Money amount) {
    return new CaptureRequest(key, held, amount, "H-1");
  }

  private Approved approve(String key) {
    PaymentOutcome outcome = asked().charge(charge(key, approvedToken()));
    if (outcome instanceof Approved approved) {
      return approved;
    }
    return Assertions.fail("the approved token gave " + outcome);
  }

  private boolean refunds(String key, String charge, Money amount) {
    return asked().refund(new RefundRequest(key, charge, amount, "R")) instanceof Approved;
  }

  private void refused(byte[] body, Map<String, String> headers, String how) {
    check(asked().verify(body, headers).isEmpty(), "a message %s was believed", how);
  }

  private void once(String key) {
    check(journal(key).size() == 1, "the journal lists one key not once but: %s", journal(key));
  }

  private List<GatewayTransaction> journal(String key) {
    return asked().transactionsSince(begin, JOURNAL).stream()
        .filter(line -> line.idempotencyKey().equals(key))
        .toList();
  }

  private ChargeRequest charge(String key, String token) {
    return new ChargeRequest(key, amount(), token, "H-1", "/orders/H-1", Map.of());
  }

  private Money share(long parts) {
    return new Money(amount().minor() / parts, amount().currency());
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static void equal(Object expected, Object actual, String what) {
    check(expected.equals(actual), "%s gave %s instead of %s", what, actual, expected);
  }

  /** The same, with a limit for every call. */
  private PaymentGateway asked() {
    return Bounded.of(this, PaymentGateway.class, gateway(), Duration.ofSeconds(15));
  }
}
