package org.halles.marketplace.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Entry;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bowl of 20.00 and its shipping of 4.00: 17.60 and 4.00 are the potter's, 21.60 in all. */
class PayoutsTest {

  private static final Money EARNED = Money.of(2160, "EUR");
  private static final Money NOTHING = Money.of(0, "EUR");

  private final Payouts payouts = Marketplace.get(Payouts.class);
  private final Aftercare aftercare = Marketplace.get(Aftercare.class);
  private final VendorPayouts own = Marketplace.get(VendorPayouts.class);
  private final PayoutSender sender = Marketplace.get(PayoutSender.class);

  private final Caller proposer = finance("one");
  private final Caller approver = finance("two");
  private final Article bowl = Market.article(2000, 9);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");

  /** Money of other tests must not be in the way, nor that of these in theirs. */
  @BeforeEach
  @AfterEach
  void dropWhatIsProposed() {
    Marketplace.asSystem(() -> payouts.runs(Paging.first())).items().stream()
        .filter(PayoutRunView::isProposed)
        .forEach(run -> Marketplace.as(proposer, () -> payouts.cancel(run.id())));
  }

  @Test
  void whatWasDeliveredIsPaidAfterASecondPersonLooked() {
    sell();

    PayoutRunView run = propose();
    assertThat(mine(run)).extracting(PayoutView::amount).containsExactly(EARNED);
    assertThat(balance().available()).isEqualTo(EARNED);
    assertThatThrownBy(() -> Marketplace.as(proposer, () -> payouts.approve(run.id())))
        .isInstanceOf(SecondPersonNeeded.class);
    approve(run);
    assertThat(balance().available()).isEqualTo(NOTHING);
    assertThat(balance().inTransit()).isEqualTo(EARNED);
    sender.send();

    assertThat(balance().inTransit()).isEqualTo(NOTHING);
    assertThat(paid()).extracting(PayoutView::status).containsExactly(PayoutStatus.PAID);
    booksBalance();
  }

  @Test
  void nothingIsPaidTwice() {
    sell();
    payAll();

    assertThat(mine(propose())).isEmpty();
  }

  /** A run notes up to where nothing is open: the next one begins there. */
  @Test
  void whatWasClaimedLongAgoIsNotReadAgainAndWhatCameSinceIsPaid() {
    sell();
    payAll();
    propose();

    assertThat(behindTheMark()).isPositive();
    sell();
    PayoutRunView second = propose();
    assertThat(mine(second)).extracting(PayoutView::amount).containsExactly(EARNED);
    propose();
    Marketplace.as(approver, () -> payouts.cancel(second.id()));
    assertThat(mine(propose())).extracting(PayoutView::amount).containsExactly(EARNED);
  }

  private long behindTheMark() {
    return Market.count(
        "select count(*) as n from posting p join ledger_account a on a.id = p.account_id"
            + " join payout_mark m on m.account_id = a.id and p.tx < m.below_tx"
            + " where a.address = ?",
        "vendor_available:" + bowl.vendor());
  }

  @Test
  void whatIsProposedIsNotProposedAgainUntilTheProposalIsDropped() {
    sell();
    PayoutRunView first = propose();

    assertThat(mine(propose())).isEmpty();
    Marketplace.as(approver, () -> payouts.cancel(first.id()));
    assertThat(mine(propose())).extracting(PayoutView::amount).containsExactly(EARNED);
  }

  @Test
  void aBalanceThatFellSinceTheProposalIsNotPaid() {
    sell();
    PayoutRunView run = propose();
    takeBack(Money.of(1, "EUR"));

    PayoutRunView approved = approve(run);

    assertThat(mine(approved))
        .extracting(PayoutView::status)
        .containsExactly(PayoutStatus.CANCELLED);
    assertThat(approved.heldBack())
        .anySatisfy(
            held -> {
              assertThat(held.reason()).isEqualTo("balance-fell");
              assertThat(held.amount()).isEqualTo(EARNED);
            });
    assertThat(mine(propose()))
        .extracting(PayoutView::amount)
        .containsExactly(Money.of(2159, "EUR"));
  }

  @Test
  void aSmallAmountIsCarriedOver() {
    choose(Rhythm.DAILY, Map.of("EUR", 2161L));
    sell();

    assertThat(reasons(propose())).containsExactly("below-minimum");
    sell();
    dropWhatIsProposed();

    assertThat(mine(propose()))
        .extracting(PayoutView::amount)
        .containsExactly(Money.of(4320, "EUR"));
  }

  @Test
  void aBlockedVendorIsToldWhyAndNotPaid() {
    sell();
    Marketplace.as(proposer, () -> own.block(potter.vendorId(), "Papers are missing"));

    PayoutRunView run = propose();

    assertThat(mine(run)).isEmpty();
    assertThat(Marketplace.asSystem(() -> own.policy(potter)).blockedReason())
        .isEqualTo("Papers are missing");
    Marketplace.as(proposer, () -> own.block(potter.vendorId(), null));
    dropWhatIsProposed();
    assertThat(mine(propose())).hasSize(1);
  }

  @Test
  void financeSeesWhoIsBlockedAndWhyAndLiftsIt() {
    PayoutBlocks blocks = Marketplace.get(PayoutBlocks.class);
    UUID vendor = potter.vendorId();
    assertThatThrownBy(() -> Marketplace.as(proposer, () -> blocks.block(vendor, " ")))
        .hasMessageContaining("1 to 500 characters");
    assertThatThrownBy(() -> Marketplace.as(proposer, () -> blocks.block(vendor, null)))
        .hasMessageContaining("1 to 500 characters");

    PaidVendor blocked = Marketplace.as(proposer, () -> blocks.block(vendor, " Papers expired "));

    assertThat(blocked.policy().blockedReason()).isEqualTo("Papers expired");
    assertThat(Marketplace.as(proposer, blocks::blocked))
        .filteredOn(one -> one.id().equals(vendor))
        .extracting(one -> one.policy().blockedReason())
        .containsExactly("Papers expired");
    PaidVendor free = Marketplace.as(proposer, () -> blocks.release(vendor));
    assertThat(free.policy().blockedReason()).isNull();
    assertThat(Marketplace.as(proposer, blocks::blocked))
        .extracting(PaidVendor::id)
        .doesNotContain(vendor);
  }

  @Test
  void aVendorWhosePapersAreMissingIsNotPaid() {
    sell();
    missing("{payout-account}");

    assertThat(reasons(propose())).contains("requirements-missing");
    missing("{}");
    dropWhatIsProposed();
    PayoutRunView run = propose();
    missing("{two-factor}");

    assertThat(approve(run).heldBack())
        .extracting(HeldBack::reason)
        .contains("requirements-missing");
    assertThat(balance().available()).isEqualTo(EARNED);
  }

  @Test
  void aRefusedPayoutIsTriedAgainAsTheSamePayout() {
    sell();
    OneGateway.fake()
        .nextPayout(bowl.vendor(), new PaymentOutcome.Declined("closed", "The account is closed."));
    payAll();
    PayoutView failed = paid().get(0);
    assertThat(failed.status()).isEqualTo(PayoutStatus.FAILED);
    assertThat(balance().inTransit()).isEqualTo(EARNED);

    Marketplace.as(approver, () -> aftercare.retry(failed.id()));
    sender.send();

    assertThat(paid())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo(failed.id());
              assertThat(one.status()).isEqualTo(PayoutStatus.PAID);
            });
    booksBalance();
  }

  @Test
  void aRefusedPayoutThatIsGivenUpIsPaidByTheNextRun() {
    sell();
    OneGateway.fake()
        .nextPayout(bowl.vendor(), new PaymentOutcome.Declined("closed", "The account is closed."));
    payAll();

    PayoutView failed = paid().get(0);
    Marketplace.as(approver, () -> aftercare.giveUp(failed.id(), "The vendor changes banks"));

    assertThat(balance().available()).isEqualTo(EARNED);
    payAll();
    assertThat(balance().available()).isEqualTo(NOTHING);
    assertThat(paid()).extracting(PayoutView::status).containsExactly(PayoutStatus.PAID);
    booksBalance();
  }

  @Test
  void aPayoutThatComesBackIsTheVendorsAgain() {
    sell();
    payAll();

    PayoutView paid = paid().get(0);
    Marketplace.as(approver, () -> aftercare.returned(paid.id(), "Account closed"));

    assertThat(balance().available()).isEqualTo(EARNED);
    payAll();
    assertThat(paid())
        .extracting(PayoutView::status)
        .containsExactlyInAnyOrder(PayoutStatus.PAID, PayoutStatus.RETURNED);
    assertThat(balance().available()).isEqualTo(NOTHING);
  }

  /** The gateway never saw the first attempt: asked, it says so, and the payout is sent again. */
  @Test
  void aLostRequestIsSentAgainAndPaidOnce() {
    sell();
    int before = OneGateway.fake().effects();
    OneGateway.fake().nextPayout(bowl.vendor(), new PaymentOutcome.Unknown("no answer"));
    payAll();
    assertThat(paid().get(0).status()).isEqualTo(PayoutStatus.SENT);

    makeDue();
    sender.send();
    sender.send();

    assertThat(paid().get(0).status()).isEqualTo(PayoutStatus.PAID);
    assertThat(OneGateway.fake().effects() - before).isEqualTo(1);
  }

  @Test
  void oneApprovalOfManyAtOnceCounts() {
    sell();
    PayoutRunView run = propose();

    List<CompletableFuture<PayoutRunView>> races =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> approve(run))).limit(6).toList();
    long approvals = races.stream().filter(PayoutsTest::succeeded).count();

    assertThat(approvals).isEqualTo(1);
    assertThat(balance().inTransit()).isEqualTo(EARNED);
    sender.send();
  }

  /** 24.00 sold less 2.00 commission and 0.40 VAT on it; all of it paid. */
  @Test
  void aStatementLeadsFromTheOpeningBalanceToTheClosingOneLineByLine() {
    sell();
    payAll();
    Statements statements = Marketplace.get(Statements.class);

    Statement month = Marketplace.asSystem(() -> statements.of(potter)).get(0);
    List<StatementLine> lines = new ArrayList<>();
    Marketplace.asSystem(
        () -> {
          statements.lines(potter, month.period(), Market.EUR, lines::add);
          return true;
        });

    assertThat(month.movements())
        .containsExactly(
            new Statement.Movement("sales", Money.of(2400, "EUR")),
            new Statement.Movement("commission", Money.of(-200, "EUR")),
            new Statement.Movement("commission-vat", Money.of(-40, "EUR")),
            new Statement.Movement("payout-created", Money.of(-2160, "EUR")));
    assertThat(month.opening()).isEqualTo(NOTHING);
    assertThat(month.closing()).isEqualTo(NOTHING);
    assertThat(Marketplace.asSystem(() -> statements.of(potter, month.period(), EARNED.currency())))
        .isEqualTo(month);
    assertThat(
            Marketplace.asSystem(
                () -> statements.of(potter, month.period().plusMonths(1), EARNED.currency())))
        .isEqualTo(new Statement(month.period().plusMonths(1), NOTHING, List.of(), NOTHING, false));
    assertThat(lines)
        .extracting(StatementLine::kind)
        .containsExactly("sales", "sales", "payout-created");
    assertThat(lines).extracting(line -> line.net().minor()).containsExactly(1760L, 400L, -2160L);
    assertThat(lines.get(0).gross()).isEqualTo(Money.of(2000, "EUR"));
    assertThat(lines.get(2).reference()).startsWith("PO-");
  }

  @Test
  void onlyThoseWhoseDayItIsAreProposedByTheCalendar() {
    choose(Rhythm.ON_REQUEST, Map.of());
    assertThat(Rhythm.WEEKLY.isDueOn(LocalDate.of(2026, 11, 23))).isTrue();
    assertThat(Rhythm.WEEKLY.isDueOn(LocalDate.of(2026, 11, 24))).isFalse();
    assertThat(Rhythm.MONTHLY.isDueOn(LocalDate.of(2026, 12, 1))).isTrue();
    assertThat(Rhythm.DAILY.isDueOn(LocalDate.of(2026, 11, 22))).isFalse();

    PayoutPolicy asked = Marketplace.asSystem(() -> own.request(potter));

    assertThat(asked.requestedAt()).isNotNull();
    sell();
    payAll();
    assertThat(Marketplace.asSystem(() -> own.policy(potter)).requestedAt()).isNull();
  }

  @Test
  void aMinimumMustBeAnAmountOfACurrency() {
    assertThatThrownBy(() -> choose(null, Map.of("EUR", -1L, "euro", 5L)))
        .isInstanceOfSatisfying(
            InvalidInput.class, refusal -> assertThat(refusal.violations()).hasSize(3));
  }

  private static boolean succeeded(CompletableFuture<PayoutRunView> race) {
    try {
      race.join();
      return true;
    } catch (CompletionException refused) {
      assertThat(refused).hasCauseInstanceOf(WrongPayoutStatus.class);
      return false;
    }
  }

  private void sell() {
    OrderGroupView order = Marketplace.get(Checkout.class).pay(Market.basket(bowl).pay("approved"));
    Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
    String number = order.vendorOrders().get(0).number();
    UUID parcel =
        Marketplace.asSystem(
                () -> fulfilment.ship(potter, number, new ShipRequest(List.of(), "La Poste", "1")))
            .id();
    Marketplace.asSystem(() -> fulfilment.delivered(potter, number, parcel));
  }

  /** Something else is taken from what is available, as a refund would. */
  private void takeBack(Money amount) {
    Marketplace.inTransaction(
        () -> {
          Marketplace.get(Ledger.class)
              .post(
                  Entry.draft(
                          "refund",
                          new Source("test", UUID.randomUUID().toString(), Instant.now(), null))
                      .debit(Chart.vendorAvailable(potter.vendorId()), amount, null)
                      .credit(Chart.COMMISSION_INCOME, amount, null)
                      .finish());
          return true;
        });
  }

  private void missing(String types) {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update vendor set payout_missing = ?::text[] where id = ?",
                    types,
                    potter.vendorId()));
  }

  private void makeDue() {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update payout set next_check_at = now() - interval '1 second'"
                        + " where vendor_id = ?",
                    potter.vendorId()));
  }

  private void choose(Rhythm rhythm, Map<String, Long> minimum) {
    Marketplace.asSystem(() -> own.choose(potter, rhythm, minimum));
  }

  private void payAll() {
    approve(propose());
    while (sender.send() > 0) {
      // other tests' payouts may be due as well, and a round takes only so many
    }
  }

  private PayoutRunView propose() {
    return Marketplace.as(proposer, payouts::propose);
  }

  private PayoutRunView approve(PayoutRunView run) {
    return Marketplace.as(approver, () -> payouts.approve(run.id()));
  }

  private List<PayoutView> mine(PayoutRunView run) {
    return run.payouts().stream()
        .filter(one -> one.vendor().id().equals(potter.vendorId()))
        .toList();
  }

  private List<String> reasons(PayoutRunView run) {
    return run.heldBack().stream()
        .filter(held -> held.slug().endsWith(bowl.vendor().toString().substring(24)))
        .map(HeldBack::reason)
        .toList();
  }

  private List<PayoutView> paid() {
    return Marketplace.asSystem(() -> own.list(potter, null, Paging.first())).items();
  }

  private VendorBalance balance() {
    return Marketplace.asSystem(() -> own.balances(potter)).get(0);
  }

  private static void booksBalance() {
    BooksReport report = Marketplace.asSystem(() -> Marketplace.get(Books.class).check());
    assertThat(report.checks())
        .filteredOn(check -> Set.of("I1", "I2", "I11", "I12").contains(check.id()))
        .allSatisfy(check -> assertThat(check.violations()).isEmpty());
  }

  private static Caller finance(String name) {
    return new Caller(UUID.randomUUID(), name + "@it.example", Set.of(Role.FINANCE), null);
  }
}
