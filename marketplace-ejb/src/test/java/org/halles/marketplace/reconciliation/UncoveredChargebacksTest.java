package org.halles.marketplace.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.testing.Marketplace.asSystem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.GatewayMessages;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.checkout.Together;
import org.halles.marketplace.dispute.CannotDispute;
import org.halles.marketplace.dispute.DisputeStatus;
import org.halles.marketplace.dispute.Disputes;
import org.halles.marketplace.dispute.UncoveredChargebacks;
import org.halles.marketplace.dispute.Watching;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.refund.CannotRefund;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.returns.Units;
import org.halles.marketplace.returns.Withdrawing;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.testing.Warnings;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two bowls at 20.00 with shipping at 4.00: 44.00, which go back as store credit or money; then the
 * buyer's bank takes money back as well, for which the gateway keeps 15.00.
 */
class UncoveredChargebacksTest {

  private static final Duration TOMORROW = Duration.ofHours(25);

  /** So late a chargeback is not looked for among new ones any more, whatever else waits. */
  private static final Duration LONG_KNOWN = Duration.ofDays(40);

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Withdrawing withdrawing = Marketplace.get(Withdrawing.class);
  private final SendingBack sending = Marketplace.get(SendingBack.class);
  private final Reconciliations reconciliations = Marketplace.get(Reconciliations.class);
  private final Differences differences = Marketplace.get(Differences.class);
  private final Disputes disputes = Marketplace.get(Disputes.class);
  private final Caller one = finance("one");
  private final Caller two = finance("two");
  private final Instant begin = Instant.now();
  private final Article bowl = Market.article(2000, 30);
  private final OrderGroupView order = checkout.pay(Market.basket(bowl.times(2)).pay("approved"));
  private final long clearing = balance("psp_clearing:fake");
  private final long credit = -balance("store_credit");
  private final long losses = balance("bad_debt");
  private final long fees = balance("dispute_fee_expense");

  @AfterEach
  void theBooksHold() {
    booksHold();
  }

  @Test
  void whatIsLeftOfTheCreditGivenInsteadIsTakenAgain() {
    withdraw(2, true);
    String reference = lost(1000);

    DifferenceView difference = found(reference);
    assertThat(difference.cause()).isEqualTo("had-it-already");
    assertThat(difference.about()).isEqualTo(order.number());
    assertThat(difference.actions()).containsExactly(SafeAction.BOOK_LOSS, SafeAction.EXPLAIN);
    propose(difference);
    assertThatThrownBy(() -> Marketplace.as(one, () -> differences.agree(difference.id())))
        .isInstanceOf(SecondPersonMustAgree.class);
    agree(difference);

    assertMoved(-2500, 3400, 0, 1500);
    assertThat(told(false)).isEqualTo(1);
    assertThat(get(difference).status()).isEqualTo("POSTED");
    assertThat(get(difference).cause()).isEqualTo("had-it-already");
    assertThat(get(difference).about()).isEqualTo(order.number());
    assertThat(found(compare(), reference)).isEmpty();
    assertThat(
            Market.count(
                "select -sum(amount_minor) as n from store_credit_movement"
                    + " where order_group_id = ? and kind = 'TAKEN_BACK'",
                order.id()))
        .isEqualTo(1000);
  }

  /** 20.00 went back as money and 24.00 as credit: of the 30.00 that are gone, 6.00 are lost. */
  @Test
  void whatNoCreditGivesIsALoss() {
    withdraw(1, false);
    withdraw(1, true);
    long back = clearing - 2000;
    assertThat(balance("psp_clearing:fake")).isEqualTo(back);

    book(lost(3000));

    assertMoved(-2000 - 4500, 0, 600, 1500);
  }

  @Test
  void theSameIsNeverBookedTwiceAndAWonOneIsTurnedRound() {
    withdraw(2, true);
    String reference = lost(1000);
    DifferenceView difference = book(reference);
    tell(reference, "again");
    look();
    assertMoved(-2500, 3400, 0, 1500);
    assertThatThrownBy(() -> propose(difference)).isInstanceOf(NotPossible.class);

    OneGateway.fake().decideChargeback(reference, true);
    tell(reference, "won");
    assertMoved(0, 4400, 0, 0);
    assertThat(told(true)).isEqualTo(1);
    booksHold();

    tell(reference, "won once more");
    OneGateway.fake().decideChargeback(reference, false);
    tell(reference, "lost again");
    look();
    assertMoved(0, 4400, 0, 0);
    OneGateway.fake().decideChargeback(reference, true);
  }

  /** Its message got lost: the bank is asked about what was booked as a loss. */
  @Test
  void aBankThatGivesItBackIsHeardWithoutAMessage() throws Exception {
    withdraw(2, true);
    String reference = lost(1000);
    book(reference);
    OneGateway.fake().decideChargeback(reference, true);

    look(TOMORROW);

    assertMoved(0, 4400, 0, 0);
  }

  /** So that a gateway is not asked about each of them in every round for months. */
  @Test
  void whatIsBookedAsALossIsAskedAboutOnceADay() throws Exception {
    withdraw(2, true);
    String reference = lost(1000);
    book(reference);
    look(LONG_KNOWN);
    OneGateway.fake().decideChargeback(reference, true);

    look(LONG_KNOWN.plusHours(23));
    assertMoved(-2500, 3400, 0, 1500);

    look(LONG_KNOWN.plusHours(25));
    assertMoved(0, 4400, 0, 0);
  }

  /** Longer than new ones are looked for. */
  @Test
  void aBankThatThinksAgainBeforeAnybodyBookedTheLossIsHeardHoweverLate() throws Exception {
    withdraw(2, true);
    String reference = lost(1000);
    UUID id = Payments.chargebackId("fake", reference);
    look(Duration.ofDays(40));
    OneGateway.fake().decideChargeback(reference, true);

    look(Duration.ofDays(60));

    assertThat(Market.count("select count(*) as n from uncovered_chargeback where id = ?", id))
        .isZero();
    assertMoved(0, 4400, 0, 0);
  }

  @Test
  void nothingIsALossBeforeTheBankHasDecided() {
    withdraw(2, true);
    String reference = OneGateway.fake().chargeBack(charge(), eur(1000));
    look();

    assertThat(found(compare(), reference)).isEmpty();
    UUID id = Payments.chargebackId("fake", reference);
    assertThatThrownBy(() -> asSystem(() -> uncovered(id)))
        .isInstanceOf(CannotDispute.class)
        .hasMessageContaining("not decided");

    OneGateway.fake().decideChargeback(reference, true);
    look();
    assertThat(Market.count("select count(*) as n from uncovered_chargeback where id = ?", id))
        .isZero();
  }

  /** It is looked at every half a minute, for weeks. */
  @Test
  void whatFitsNoMoreIsWarnedOfOnceAndAgainWhenTheBankHasDecided() {
    withdraw(2, true);
    String reference = OneGateway.fake().chargeBack(charge(), eur(1000));
    try (Warnings warnings = Warnings.of("org.halles.marketplace.dispute.DisputeWorker")) {
      look();
      look();
      assertThat(warnings.naming(reference)).hasSize(1);

      OneGateway.fake().decideChargeback(reference, false);
      look();
      look();
      assertThat(warnings.naming(reference)).hasSize(2);
    }
    book(reference);
  }

  /** 24.00 went back as money; of the 30.00 the bank keeps, 20.00 are left to take. */
  @Test
  void whatIsLeftOfThePurchaseIsTakenFirst() {
    withdraw(1, true);
    String reference = lost(3000);

    book(reference);

    assertMoved(-4500, 2000 - 600, 0, 1500);
    UUID id = Payments.chargebackId("fake", reference);
    assertThat(asSystem(() -> disputes.get(id)).status()).isEqualTo(DisputeStatus.LOST);
    assertThat(asSystem(() -> disputes.get(id)).amount()).isEqualTo(eur(2400));
    assertThat(found(compare(), reference)).isEmpty();
  }

  /** Of the 30.00 that come back, 24.00 are the purchase's and 6.00 the buyer's credit again. */
  @Test
  void aBankThatGivesBackWhatWasTakenFromBothIsHeardForBoth() {
    withdraw(1, true);
    String reference = lost(3000);
    book(reference);
    OneGateway.fake().decideChargeback(reference, true);

    tell(reference, "won");

    assertMoved(0, 2000, 0, 0);
    UUID id = Payments.chargebackId("fake", reference);
    assertThat(asSystem(() -> disputes.get(id)).status()).isEqualTo(DisputeStatus.WON);
    tell(reference, "won once more");
    look();
    assertMoved(0, 2000, 0, 0);
    assertThat(found(compare(), reference)).isEmpty();
  }

  /** Of 30.00 the bank keeps 27.00 after all: 24.00 of the purchase, 3.00 of the credit given. */
  @Test
  void aBankThatKeepsLessThanWasBookedGivesTheCreditBackFirst() {
    withdraw(1, true);
    String reference = lost(3000);
    book(reference);
    OneGateway.fake().decideChargeback(reference, eur(2700));

    tell(reference, "less");

    assertMoved(-2700 - 1500, 2000 - 300, 0, 1500);
    booksHold();
    assertThat(found(compare(), reference)).isEmpty();
    OneGateway.fake().decideChargeback(reference, eur(1000));
    tell(reference, "still less");
    assertMoved(-1000 - 1500, 2000, 0, 1500);
    booksHold();
    assertThat(found(compare(), reference)).isEmpty();
    OneGateway.fake().decideChargeback(reference, true);
    tell(reference, "won");
    assertMoved(0, 2000, 0, 0);
  }

  /** Of 30.00 it keeps 27.00, then 26.00, then 25.00: of the 6.00 of credit 1.00 stays taken. */
  @Test
  void aBankMayGiveALossBackInManyParts() {
    withdraw(1, true);
    String reference = lost(3000);
    book(reference);

    for (int kept : List.of(2700, 2600, 2500)) {
      OneGateway.fake().decideChargeback(reference, eur(kept));
      tell(reference, "less than " + kept);
      tell(reference, "once more " + kept);

      assertMoved(-kept - 1500, 2000 - (kept - 2400), 0, 1500);
      assertThat(found(compare(), reference)).isEmpty();
      booksHold();
    }

    OneGateway.fake().decideChargeback(reference, true);
    tell(reference, "won");
    assertMoved(0, 2000, 0, 0);
    assertThat(found(compare(), reference)).isEmpty();
  }

  @Test
  void twoWhoAgreeAtOnceBookOnce() throws Exception {
    withdraw(2, true);
    DifferenceView difference = found(lost(1000));
    propose(difference);
    Callable<Object> agreeing = () -> Marketplace.as(two, () -> differences.agree(difference.id()));

    List<Object> results = Together.run(List.of(agreeing, agreeing, agreeing));

    assertThat(results).filteredOn(DifferenceView.class::isInstance).hasSize(1);
    assertMoved(-2500, 3400, 0, 1500);
  }

  /** How often its buyer is told that ten euros of credit were taken, or given again. */
  private long told(boolean again) {
    return Market.count(
        "select count(*) as n from outbox where topic = 'RefundCreditMoved'"
            + " and payload ->> 'orderGroupId' = ? and payload ->> 'again' = ?"
            + " and payload -> 'amount' ->> 'minor' = '1000'",
        order.id().toString(),
        Boolean.toString(again));
  }

  private static Object uncovered(UUID id) {
    Marketplace.get(UncoveredChargebacks.class).require(id);
    return null;
  }

  private void assertMoved(long atGateway, long owed, long lost, long kept) {
    assertThat(balance("psp_clearing:fake") - clearing).as("at the gateway").isEqualTo(atGateway);
    assertThat(-balance("store_credit") - credit).as("owed as credit").isEqualTo(owed);
    assertThat(balance("bad_debt") - losses).as("lost").isEqualTo(lost);
    assertThat(balance("dispute_fee_expense") - fees).as("fees").isEqualTo(kept);
  }

  private void withdraw(int units, boolean toCredit) {
    UUID line = sending.rights(order.number(), order.accessKey()).get(0).lines().get(0).line();
    withdrawing.declare(
        order.number(),
        order.accessKey(),
        order.vendorOrders().get(0).number(),
        List.of(new Units(line, units)),
        "Ada",
        toCredit);
    Sweeps.everything();
  }

  private String lost(long minor) {
    String reference = OneGateway.fake().chargeBack(charge(), eur(minor));
    OneGateway.fake().decideChargeback(reference, false);
    assertThatThrownBy(() -> tell(reference, "lost")).isInstanceOf(CannotRefund.class);
    look();
    return reference;
  }

  private static void look() {
    Watching.round();
  }

  private static void look(Duration later) throws Exception {
    PlatformClock clock = Marketplace.get(PlatformClock.class);
    clock.at(
        Instant.now().plus(later),
        () -> {
          Watching.round();
          return null;
        });
  }

  private void tell(String reference, String what) {
    String event = "evt-%s-%s".formatted(reference, what.replace(' ', '-'));
    byte[] body = (event + " " + reference + " chargeback.news").getBytes(StandardCharsets.UTF_8);
    Marketplace.get(GatewayMessages.class).receive("fake", body, Map.of("signature", "right"));
  }

  private String charge() {
    return order.payments().get(0).id().toString();
  }

  private DifferenceView book(String reference) {
    DifferenceView difference = found(reference);
    propose(difference);
    agree(difference);
    return difference;
  }

  private DifferenceView found(String reference) {
    List<DifferenceView> found = found(compare(), reference);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<DifferenceView> found(ReconciliationView run, String reference) {
    return Marketplace.as(one, () -> differences.list(null, run.id(), Paging.of(100, null)))
        .items()
        .stream()
        .filter(each -> reference.equals(each.reference()))
        .toList();
  }

  private ReconciliationView compare() {
    return Marketplace.as(one, () -> reconciliations.run("fake", begin.minusSeconds(60), null));
  }

  private DifferenceView get(DifferenceView difference) {
    return Marketplace.as(one, () -> differences.get(difference.id()));
  }

  private void propose(DifferenceView difference) {
    Marketplace.as(
        one, () -> differences.propose(difference.id(), SafeAction.BOOK_LOSS, "had it as credit"));
  }

  private void agree(DifferenceView difference) {
    Marketplace.as(two, () -> differences.agree(difference.id()));
  }

  private static void booksHold() {
    Sweeps.everything();
    BooksReport report = asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  private static long balance(String address) {
    return Market.count(
        "select coalesce(sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end), 0)"
            + " as n from posting p join ledger_account a on a.id = p.account_id"
            + " where a.address = ?",
        address);
  }

  private static Caller finance(String name) {
    return new Caller(UUID.randomUUID(), name + "@it.example", Set.of(Role.FINANCE), null);
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
