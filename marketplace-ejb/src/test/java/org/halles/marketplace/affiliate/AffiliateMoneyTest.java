package org.halles.marketplace.affiliate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.payout.AffiliatePayouts;
import org.halles.marketplace.payout.Aftercare;
import org.halles.marketplace.payout.HeldBack;
import org.halles.marketplace.payout.Leaving;
import org.halles.marketplace.payout.PayoutRunView;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.payout.Payouts;
import org.halles.marketplace.payout.Sending;
import org.halles.marketplace.payout.SepaAccount;
import org.halles.marketplace.payout.SepaAccounts;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A bowl of 20.00 and its shipping of 4.00. Of the bowl the platform takes 2.00 and 0.40 VAT; a
 * blog that sent the buyer earns 1.00 from the platform and 0.60 from the potter, who keeps 17.00
 * and the shipping.
 */
class AffiliateMoneyTest {

  private static final Money NOTHING = Money.zero(Market.EUR);

  private final Article bowl = Market.article(2000, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final UUID blog = Market.affiliate();
  private final Caller one = finance();
  private final Caller two = finance();
  private OrderGroupView order;

  @BeforeEach
  void dropWhatOthersProposed() {
    Marketplace.asSystem(() -> payouts().runs(Paging.first())).items().stream()
        .filter(PayoutRunView::isProposed)
        .forEach(run -> Marketplace.as(one, () -> payouts().cancel(run.id())));
  }

  @AfterEach
  void theBooksHold() {
    dropWhatOthersProposed();
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void aShareWaitsWhileTheGoodsMayComeBack() {
    Money expense = balance(Chart.AFFILIATE_EXPENSE);
    buy();
    deliver(1);

    assertThat(pending()).isEqualTo(eur(160));
    assertThat(available()).isEqualTo(NOTHING);
    assertThat(balance(Chart.AFFILIATE_EXPENSE)).isEqualTo(expense.plus(eur(100)));
    assertThat(balance(Chart.vendorAvailable(bowl.vendor()))).isEqualTo(eur(1700 + 400));
  }

  @Test
  void itIsAvailableWhenTheTimeIsOver() {
    buy();
    deliver(31);

    assertThat(pending()).isEqualTo(NOTHING);
    assertThat(available()).isEqualTo(eur(160));
  }

  @Test
  void aRefundTakesItBackInFullAndThePlatformItsExpense() {
    Money expense = balance(Chart.AFFILIATE_EXPENSE);
    buy();
    refund(2400);

    assertThat(pending()).isEqualTo(NOTHING);
    assertThat(balance(Chart.AFFILIATE_EXPENSE)).isEqualTo(expense);
    deliver(31);
    assertThat(available()).isEqualTo(NOTHING);
  }

  @Test
  void aQuarterOfTheMoneyTakesAQuarterOfTheShare() {
    buy();
    refund(600); // of 24.00

    // the 0.60 the potter offered and the 1.00 the platform did, a quarter of each
    assertThat(pending()).isEqualTo(eur(120));
    deliver(31);
    assertThat(available()).isEqualTo(eur(120));
    refund(1800);
    assertThat(available()).isEqualTo(NOTHING);
    assertThat(owed()).isEqualTo(NOTHING);
  }

  @Test
  void whatIsAvailableIsPaidLikeAVendorsMoney() {
    buy();
    deliver(31);

    PayoutView paid = payAll();

    assertThat(paid.amount()).isEqualTo(eur(160));
    assertThat(paid.vendor()).isNull();
    assertThat(available()).isEqualTo(NOTHING);
    Marketplace.as(two, () -> Marketplace.get(Aftercare.class).returned(paid.id(), "Closed"));
    assertThat(available()).isEqualTo(eur(160));
  }

  @Test
  void whatWasPaidAlreadyIsADebtThatTheNextSalePays() {
    buy();
    deliver(31);
    payAll();

    refund(2400);

    assertThat(owed()).isEqualTo(eur(160));
    assertThat(available()).isEqualTo(NOTHING);
    buy();
    deliver(31);
    assertThat(owed()).isEqualTo(NOTHING);
    assertThat(available()).isEqualTo(NOTHING);
  }

  @Test
  void aRefundThatTheGatewayRefusesGivesItAllBack() {
    buy();
    deliver(31);
    OneGateway.fake().refuseNextRefund();
    refund(2400);
    Sweeps.everything();
    MaturingRound.round();

    assertThat(available()).isEqualTo(eur(160));
    assertThat(owed()).isEqualTo(NOTHING);
  }

  @Test
  void whoIsSuspendedIsHeldBack() {
    buy();
    deliver(31);
    Marketplace.as(one, () -> Marketplace.get(Affiliates.class).suspend(blog, "Bought reviews"));

    PayoutRunView run = Marketplace.as(one, payouts()::propose);

    assertThat(run.heldBack())
        .anySatisfy(
            held -> {
              assertThat(held.reason()).isEqualTo("affiliate-not-approved");
              assertThat(held.amount()).isEqualTo(eur(160));
            });
  }

  @Test
  void whoIsSuspendedBeforeTheSecondPersonApprovesIsNotPaid() {
    buy();
    deliver(31);
    PayoutRunView run = Marketplace.as(one, payouts()::propose);
    Marketplace.as(one, () -> Marketplace.get(Affiliates.class).suspend(blog, "Bought reviews"));

    PayoutRunView decided = Marketplace.as(two, () -> payouts().approve(run.id()));

    assertThat(decided.heldBack())
        .filteredOn(held -> held.amount().equals(eur(160)))
        .extracting(HeldBack::reason)
        .contains("affiliate-not-approved");
    assertThat(available()).isEqualTo(eur(160));
  }

  /** Named once, it is paid to at once; another is told by letter, and waits for three days. */
  @Test
  void anotherAccountIsToldByLetterAndPaidToThreeDaysLater() throws Exception {
    byBank(true);
    try {
      name("FR14 2004 1010 0505 0001 3M02 606");
      buy();
      deliver(31);
      assertThat(heldFor(Marketplace.as(one, payouts()::propose))).isEmpty();
      dropWhatOthersProposed();
      name("FR1420041010050500013M02606");
      assertThat(changes()).as("the same account").isZero();

      name("FR76 3000 6000 0112 3456 7890 189");

      assertThat(changes()).isEqualTo(1);
      PayoutRunView run = Marketplace.as(one, payouts()::propose);
      assertThat(heldFor(run)).containsExactly("account-new");
      dropWhatOthersProposed();
      PlatformClock clock = Marketplace.get(PlatformClock.class);
      clock.at(
          Instant.now().plus(Duration.ofDays(3)).plusSeconds(60),
          () -> {
            assertThat(heldFor(Marketplace.as(one, payouts()::propose))).isEmpty();
            dropWhatOthersProposed();
            return null;
          });
    } finally {
      byBank(false);
    }
  }

  private List<String> heldFor(PayoutRunView run) {
    return run.heldBack().stream()
        .filter(held -> held.amount().equals(eur(160)))
        .map(HeldBack::reason)
        .filter("account-new"::equals)
        .toList();
  }

  private void name(String iban) {
    Marketplace.as(
        writer(),
        () -> Marketplace.get(AffiliatePayouts.class).name(new BankDetails("Ana Writer", iban)));
  }

  private void byBank(boolean active) {
    Marketplace.as(
        one,
        () ->
            Marketplace.get(SepaAccounts.class)
                .settle(new SepaAccount("Halles", "DE89 3704 0044 0532 0130 00", null, active)));
  }

  private long changes() {
    return Market.count(
        "select count(*) as n from outbox where topic = 'PayeeAccountChanged'"
            + " and payload ->> 'affiliateId' = ?",
        blog.toString());
  }

  @Test
  void whoIsBeingPaidOrOwesDoesNotLeaveYet() {
    UUID account = writer().accountId();
    buy();
    deliver(31);
    PayoutRunView run = Marketplace.as(one, payouts()::propose);
    Marketplace.as(two, () -> payouts().approve(run.id()));
    assertThat(available()).isEqualTo(NOTHING);
    assertThatThrownBy(() -> Leaving.account(account))
        .isInstanceOfSatisfying(
            Refusal.class, why -> assertThat(why.code()).isEqualTo("affiliate-payout-under-way"));

    Sending.round();
    Leaving.account(account);
    refund(2400);
    assertThatThrownBy(this::leave).isInstanceOf(ForgottenAffiliate.DebtLeft.class);
  }

  @Test
  void whoLeavesIsPaidFirstAndThenForgotten() {
    buy();
    assertThatThrownBy(this::leave).isInstanceOf(ForgottenAffiliate.EarningsLeft.class);
    refund(2400);

    leave();

    Affiliate gone =
        Marketplace.as(writer(), Marketplace.get(Affiliates.class)::mine).orElseThrow();
    assertThat(gone.name()).isEqualTo("erased");
    assertThat(gone.isApproved()).isFalse();
  }

  private void leave() {
    UUID account = writer().accountId();
    Marketplace.inTransaction(
        () -> {
          Marketplace.get(ForgottenAffiliate.class)
              .on(new AccountErased(account, "w@it.example", false));
          return true;
        });
  }

  private void buy() {
    order =
        Marketplace.get(Checkout.class)
            .pay(Market.sentBy(blog, 100, 60, Market.basket(bowl)).pay("approved"));
  }

  /** It arrived so many days ago. */
  private void deliver(int days) {
    String number = order.vendorOrders().get(0).number();
    Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
    boolean gone = Market.count(CANCELLED, number) > 0;
    if (!gone) {
      UUID parcel =
          Marketplace.asSystem(
                  () -> fulfilment.ship(potter, number, new ShipRequest(List.of(), "Post", "1")))
              .id();
      Marketplace.asSystem(() -> fulfilment.delivered(potter, number, parcel));
    }
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update vendor_order set delivered_at = now() - make_interval(days => ?)"
                        + " where number = ?",
                    days,
                    number));
    MaturingRound.round();
  }

  private static final String CANCELLED =
      "select count(*) as n from vendor_order where number = ? and status = 'CANCELLED'";

  private void refund(long cents) {
    Marketplace.as(
        one,
        () ->
            Marketplace.get(Refunding.class)
                .byOperator(
                    order.number(),
                    null,
                    new RefundRequest(List.of(), false, eur(cents), "Sorry")));
  }

  private PayoutView payAll() {
    PayoutRunView run = Marketplace.as(one, payouts()::propose);
    Marketplace.as(two, () -> payouts().approve(run.id()));
    Sending.round();
    return Marketplace.as(
            writer(), () -> Marketplace.get(AffiliatePayouts.class).mine(Paging.first()))
        .items()
        .get(0);
  }

  /** Whose blog it is. */
  private Caller writer() {
    UUID account =
        Marketplace.inTransaction(
            () ->
                Market.database()
                    .find(
                        "select account_id from affiliate where id = ?",
                        row -> row.uuid("account_id"),
                        blog)
                    .orElseThrow());
    return new Caller(account, "w@it.example", Set.of(), null);
  }

  private Money pending() {
    return balance(Chart.affiliatePending(blog.toString()));
  }

  private Money available() {
    return balance(Chart.affiliateAvailable(blog.toString()));
  }

  private Money owed() {
    return balance(Chart.affiliateReceivable(blog.toString()));
  }

  private static Money balance(String address) {
    return Marketplace.inTransaction(() -> Marketplace.get(Balances.class).at(address)).stream()
        .map(AccountView::balance)
        .findFirst()
        .orElse(NOTHING);
  }

  private static Payouts payouts() {
    return Marketplace.get(Payouts.class);
  }

  private static Caller finance() {
    return new Caller(UUID.randomUUID(), "f@it.example", Set.of(Role.FINANCE), null);
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
