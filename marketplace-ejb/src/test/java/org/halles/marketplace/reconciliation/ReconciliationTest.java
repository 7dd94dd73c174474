package org.halles.marketplace.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.GatewayTransaction;
import org.halles.spi.PaymentOutcome.Declined;
import org.junit.jupiter.api.Test;

/** A bowl of 10.00 and its shipping of 4.00 are charged, of which the gateway keeps 0.01. */
class ReconciliationTest {

  private static final String FAKE = "fake";

  private final Reconciliations reconciliations = Marketplace.get(Reconciliations.class);
  private final Differences differences = Marketplace.get(Differences.class);
  private final Checkout checkout = Marketplace.get(Checkout.class);

  private final Caller one = finance("one");
  private final Caller two = finance("two");
  private final Instant begin = Instant.now();

  @Test
  void whatAgreesLeavesNothingToDo() {
    String paid = charge();

    ReconciliationView run = compare();

    assertThat(run.status()).isEqualTo("DONE");
    assertThat(run.compared()).isPositive();
    assertThat(run.lines()).isPositive();
    assertThat(found(run)).noneMatch(one -> one.key().equals(paid));
  }

  @Test
  void moneyTheGatewayMovedWithoutUsIsMissingHereUntilTwoPersonsExplainIt() {
    String key = UUID.randomUUID().toString();
    OneGateway.fake().happen(line("strange-" + key, key, "charge", 4200));

    DifferenceView difference = only(compare(), key);

    assertThat(difference.kind()).isEqualTo(DifferenceKind.MISSING_HERE);
    assertThat(difference.cause()).isEqualTo("made-elsewhere");
    assertThat(difference.actions()).containsExactly(SafeAction.EXPLAIN);
    assertThat(difference.off()).isEqualTo(Money.of(4200, "EUR"));
    assertThat(named(key)).isTrue();

    propose(difference, SafeAction.EXPLAIN);
    assertThatThrownBy(() -> Marketplace.as(one, () -> differences.agree(difference.id())))
        .isInstanceOf(SecondPersonMustAgree.class);
    assertThat(named(key)).isTrue();
    agree(difference);

    assertThat(only(compare(), key).status()).isEqualTo("EXPLAINED");
    assertThat(named(key)).isFalse();

    OneGateway.fake().happen(line("strange-" + key, key, "charge", 4300));
    assertThat(only(compare(), key).status()).isEqualTo("OPEN");
    assertThat(named(key)).isTrue();
    OneGateway.fake().lose("strange-" + key);
    compare();
    assertThat(get(difference).status()).isEqualTo("RESOLVED");
  }

  @Test
  void aChargeTheGatewayLostIsMissingThere() {
    String key = charge();
    OneGateway.fake().lose(key);

    DifferenceView difference = only(compare(), key);

    assertThat(difference.kind()).isEqualTo(DifferenceKind.MISSING_THERE);
    assertThat(difference.thereState()).isNull();
    assertThat(difference.off()).isEqualTo(Money.of(-1399, "EUR"));
    explain(difference);
  }

  /** The journal was read before the gateway did it, and the rows here are read after. */
  @Test
  void whatIsSettledWhileTheJournalIsReadIsNotMissingThere() {
    String key = charge();
    OneGateway.fake().lose(key);
    settledIn(key, "1 hour");

    assertThat(found(compare())).noneMatch(one -> one.key().equals(key));
    assertThat(named(key)).isFalse();

    settledIn(key, "0 hours");
    DifferenceView difference = only(compare(), key);
    assertThat(difference.kind()).isEqualTo(DifferenceKind.MISSING_THERE);
    explain(difference);
  }

  private static void settledIn(String key, String time) {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update payment_transaction set settled_at = now() + ?::interval where id = ?",
                    time,
                    UUID.fromString(key)));
  }

  @Test
  void aFeeThatIsKnownLaterIsPostedOnceASecondPersonAgrees() {
    String key = charge();
    OneGateway.fake().keep(key, Money.of(31, "EUR"));

    DifferenceView difference = only(compare(), key);

    assertThat(difference.kind()).isEqualTo(DifferenceKind.FEE_DIFFERS);
    assertThat(difference.thereFee()).isEqualTo(Money.of(31, "EUR"));
    assertThat(difference.hereFee()).isEqualTo(Money.of(1, "EUR"));
    long before = balanceOf("psp_fee_expense");
    propose(difference, SafeAction.POST_FEE);
    agree(difference);
    assertThat(balanceOf("psp_fee_expense") - before).isEqualTo(30);

    assertThat(found(compare())).noneMatch(one -> one.key().equals(key));
    assertThat(get(difference).status()).isEqualTo("POSTED");
  }

  @Test
  void anotherAmountAndAChargeTakenTwiceAreToldApart() {
    String twice = charge();
    OneGateway.fake().happen(line("again-" + twice, twice, "charge", 1000));
    String other = charge();
    OneGateway.fake().lose(other);
    OneGateway.fake().happen(line("ref-" + other, other, "charge", 900));

    ReconciliationView run = compare();

    assertThat(only(run, twice).kind()).isEqualTo(DifferenceKind.DUPLICATE);
    assertThat(only(run, twice).cause()).isEqualTo("taken-twice");
    assertThat(only(run, other).kind()).isEqualTo(DifferenceKind.AMOUNT_DIFFERS);
    OneGateway.fake().lose("again-" + twice);
    explain(only(run, other));
  }

  @Test
  void anAnswerThatWasLostIsFoundByAskingAgain() {
    String key = keyOf(checkout.pay(Market.basket(Market.article(1000, 1)).pay("lost-answer")));

    DifferenceView difference = only(compare(), key);

    assertThat(difference.kind()).isEqualTo(DifferenceKind.STATE_DIFFERS);
    assertThat(difference.cause()).isEqualTo("answer-lost");
    assertThat(difference.actions()).startsWith(SafeAction.ASK_AGAIN);
    Marketplace.as(one, () -> differences.askAgain(difference.id()));
    sweep();
    compare();
    assertThat(get(difference).status()).isEqualTo("RESOLVED");
  }

  @Test
  void aChargeThatSucceededAfterAllIsAskedAboutAndItsMoneyGoesBack() {
    String key = keyOf(checkout.pay(Market.basket(Market.article(1000, 1)).pay("pending")));
    OneGateway.fake().decide(key, new Declined("card-declined", "no"));
    dueNow(key);
    sweep();
    OneGateway.fake().approve(key);

    DifferenceView difference = only(compare(), key);

    assertThat(difference.cause()).isEqualTo("succeeded-late");
    assertThatThrownBy(() -> propose(difference, SafeAction.POST_FEE))
        .isInstanceOf(NotPossible.class)
        .hasMessageContaining("ASK_AGAIN");
    Marketplace.as(one, () -> differences.askAgain(difference.id()));
    sweep();
    compare();
    assertThat(get(difference).status()).isEqualTo("RESOLVED");
  }

  @Test
  void runsAreKeptAndPagedAndBadInputIsNamed() {
    compare();
    compare();

    var first = Marketplace.as(one, () -> reconciliations.list(Paging.of(1, null)));
    var second = Marketplace.as(one, () -> reconciliations.list(Paging.of(1, first.next())));

    assertThat(first.items().get(0).id()).isNotEqualTo(second.items().get(0).id());
    assertThatThrownBy(() -> Marketplace.as(one, () -> reconciliations.run("no", null, null)))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Marketplace.as(one, () -> reconciliations.run(FAKE, begin, begin)))
        .isInstanceOf(InvalidInput.class);
  }

  private String charge() {
    return keyOf(checkout.pay(Market.basket(Market.article(1000, 1)).pay("approved")));
  }

  private static String keyOf(OrderGroupView order) {
    return order.payments().get(0).id().toString();
  }

  private GatewayTransaction line(String reference, String key, String kind, long minor) {
    return new GatewayTransaction(
        reference,
        key,
        kind,
        "succeeded",
        Money.of(minor, "EUR"),
        Money.of(0, "EUR"),
        Instant.now());
  }

  private ReconciliationView compare() {
    return Marketplace.as(one, () -> reconciliations.run(FAKE, begin.minusSeconds(60), null));
  }

  private List<DifferenceView> found(ReconciliationView run) {
    return Marketplace.as(one, () -> differences.list(null, run.id(), Paging.of(100, null)))
        .items();
  }

  private DifferenceView only(ReconciliationView run, String key) {
    assertThat(found(run)).filteredOn(found -> found.key().equals(key)).hasSize(1);
    return found(run).stream().filter(found -> found.key().equals(key)).findFirst().orElseThrow();
  }

  private DifferenceView get(DifferenceView difference) {
    return Marketplace.as(one, () -> differences.get(difference.id()));
  }

  private void explain(DifferenceView difference) {
    propose(difference, SafeAction.EXPLAIN);
    agree(difference);
    assertThat(named(difference.key())).isFalse();
  }

  private void propose(DifferenceView difference, SafeAction action) {
    Marketplace.as(one, () -> differences.propose(difference.id(), action, "seen by hand"));
  }

  private void agree(DifferenceView difference) {
    Marketplace.as(two, () -> differences.agree(difference.id()));
  }

  /** Whether the check of the books names this key. */
  private static boolean named(String key) {
    return Marketplace.asSystem(Marketplace.get(Books.class)::check).checks().stream()
        .filter(check -> check.id().equals("I13"))
        .flatMap(check -> check.violations().stream())
        .anyMatch(words -> words.contains(key));
  }

  private static long balanceOf(String address) {
    return Marketplace.inTransaction(() -> Marketplace.get(Balances.class).at(address)).stream()
        .filter(account -> account.balance().currency().value().equals("EUR"))
        .map(AccountView::balance)
        .mapToLong(Money::minor)
        .sum();
  }

  private static void dueNow(String key) {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update payment_transaction set next_check_at = now() - interval '1 second'"
                        + " where id = ?::uuid",
                    key));
  }

  private static void sweep() {
    Sweeps.everything();
  }

  private static Caller finance(String name) {
    return new Caller(UUID.randomUUID(), name + "@it.example", Set.of(Role.FINANCE), null);
  }
}
