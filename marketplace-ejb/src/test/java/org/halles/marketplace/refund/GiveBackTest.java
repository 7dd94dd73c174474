package org.halles.marketplace.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Settlement;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.TimelineEvent;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A potter's bowls for 20.00 each, a baker's loaf for 5.00, shipping 4.00 each. Of a bowl the
 * platform takes 2.00 and 0.40 VAT; the potter earns 17.60 and the shipping.
 */
class GiveBackTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final Cancelling cancelling = Marketplace.get(Cancelling.class);
  private final RefusedRefunds refused = Marketplace.get(RefusedRefunds.class);
  private final GiveBackPolicy policy = Marketplace.get(GiveBackPolicy.class);
  private final Earnings earnings = Marketplace.get(Earnings.class);
  private final Orders orders = Marketplace.get(Orders.class);

  private final Article bowl = Market.article(2000, 30);
  private final Article loaf = Market.article(500, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final VendorScope baker = VendorScopes.of(loaf.vendor(), "baker");
  private OrderGroupView order;

  @AfterEach
  void theBooksHold() {
    Marketplace.asSystem(
        () ->
            policy.change(
                Arrays.stream(GiveBackReason.values()).map(GiveBackTerms::everything).toList()));
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void halfOfTheCommissionIsKeptAtTheVendorsCostAndTheBuyerGetsEverything() {
    keep(GiveBackReason.REFUND, 5_000);
    order = buy();
    Money income = balanceOf("commission_income");

    RefundView refund = potterGives(units(1));

    // of 2.00 and 0.40 the platform keeps 1.00 and 0.20
    assertThat(refund.amount()).isEqualTo(eur(2000));
    assertThat(refund.vendorPart()).isEqualTo(eur(1760));
    assertThat(refund.kept()).isEqualTo(eur(120));
    assertThat(balance(potter).pending()).isEqualTo(eur(3 * 1760 + 400 - 1760 - 120));
    assertThat(balanceOf("commission_income")).isEqualTo(income.minus(eur(100)));
  }

  @Test
  void anOrderKeepsTheTermsItWasPlacedUnder() {
    order = buy();
    keep(GiveBackReason.REFUND, 10_000);

    assertThat(potterGives(units(1)).kept()).isEqualTo(eur(0));
  }

  @Test
  void eachReasonHasItsOwnTerms() {
    keep(GiveBackReason.CANCELLATION, 10_000);
    order = buy();

    RefundView refund = potterGives(units(1));
    Marketplace.asSystem(() -> cancelling.cancel(potter, number(0), "Broken"));

    assertThat(refund.kept()).isEqualTo(eur(0));
    // two bowls are left to cancel: 4.00 and 0.80 are kept; the potter has nothing and owes that
    assertThat(balance(potter).pending()).isEqualTo(eur(0));
    assertThat(balance(potter).debt()).isEqualTo(eur(480));
  }

  @Test
  void whatWasKeptIsPutBackWithARefundItsGatewayRefuses() {
    keep(GiveBackReason.REFUND, 5_000);
    order = buy();
    Money before = balance(potter).pending();
    OneGateway.fake().refuseNextRefund();
    potterGives(units(1));

    Sweeps.everything();

    assertThat(balance(potter).pending()).isEqualTo(before);
    assertThat(potterGives(units(1)).kept()).isEqualTo(eur(120));
  }

  /**
   * Of a jug of 3.50 the platform takes 0.35 and 0.07 VAT, of which a quarter is 8.75 and 1.75
   * cents: of three 26 and 5. Each was refused before the next was made.
   */
  @Test
  void refundsThatAreTriedAgainKeepTogetherWhatOneDoes() {
    keep(GiveBackReason.REFUND, 2_500);
    Article jug = Market.another(bowl, 350, 30);
    order = checkout.pay(Market.basket(jug.times(3)).pay("approved"));
    for (int time = 0; time < 3; time++) {
      OneGateway.fake().refuseNextRefund();
      assertThat(potterGives(units(1)).kept()).isEqualTo(eur(9 + 2));
      Sweeps.everything();
    }

    for (UUID one : refusedOnes()) {
      Marketplace.asSystem(() -> refused.retry(one));
      Sweeps.everything();
    }

    assertThat(keptOfOrder()).isEqualTo(26 + 5);
  }

  private List<UUID> refusedOnes() {
    return Marketplace.asSystem(() -> refused.list(new Paging(100, null))).items().stream()
        .filter(one -> one.orderGroup().equals(order.number()))
        .map(one -> one.id())
        .toList();
  }

  private long keptOfOrder() {
    return Market.count(
        "select coalesce(sum(k.kept_minor), 0) as n from refund r"
            + " join refund_kept k on k.refund_id = r.id and k.attempt = r.attempt"
            + " where r.order_group_id = ? and r.status <> 'FAILED'",
        order.id());
  }

  @Test
  void manySmallRefundsKeepToTheCentWhatOneDoes() {
    keep(GiveBackReason.REFUND, 2_500);
    order = buy();
    Money kept = eur(0);
    for (long minor : new long[] {1, 7, 333, 1999, 60}) {
      kept = kept.plus(potterGives(amount(minor)).kept());
    }
    Money all = kept.plus(potterGives(amount(6400 - 1 - 7 - 333 - 1999 - 60)).kept());

    // a quarter of 6.00 and of 1.20
    assertThat(all).isEqualTo(eur(180));
  }

  @Test
  void whatTheLawGivesBackIsNotForTheOperatorToKeep() {
    List<GiveBackTerms> wanted =
        List.of(
            new GiveBackTerms(GiveBackReason.WITHDRAWAL, 10_001, -1, 10_000, true),
            new GiveBackTerms(GiveBackReason.WITHDRAWAL, 0, 0, 10_000, false));

    assertThatThrownBy(() -> Marketplace.asSystem(() -> policy.change(wanted)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactly(
                        "terms[0].commissionKeptBasisPoints",
                        "terms[0].fixedFeeKeptBasisPoints",
                        "terms[0].buyerFeeKept",
                        "terms"));
  }

  @Test
  void goodwillIsThePlatformsOwnMoney() {
    order = buy();
    Money spent = balanceOf("goodwill_expense");
    Money income = balanceOf("commission_income");
    Money pending = balance(potter).pending();

    RefundView gift = goodwill(500);

    assertThat(gift.amount()).isEqualTo(eur(500));
    assertThat(gift.vendorPart()).isEqualTo(eur(0));
    assertThat(gift.cause()).isEqualTo("GOODWILL");
    assertThat(balance(potter).pending()).isEqualTo(pending);
    assertThat(balanceOf("commission_income")).isEqualTo(income);
    assertThat(balanceOf("goodwill_expense")).isEqualTo(spent.plus(eur(500)));
    assertThat(refundStatus()).isEqualTo("PARTLY_REFUNDED");
  }

  /** 73.00 were paid: 64.00 to the potter, 9.00 to the baker. */
  @Test
  void aVendorIsToldOfGoodwillForItsPartAndOfNobodyElses() {
    order = buy();
    goodwill(500);
    assertThat(told(potter, 0)).isEmpty();
    assertThat(given(potter, 0)).isEmpty();

    Marketplace.asSystem(() -> refunding.goodwill(order.number(), number(0), amount(300)));
    Sweeps.everything();

    assertThat(given(potter, 0)).extracting(RefundView::amount).containsExactly(eur(300));
    assertThat(told(potter, 0)).contains("refunded", "money-returned");
    assertThat(given(baker, 1)).isEmpty();
    assertThat(told(baker, 1)).isEmpty();
  }

  @Test
  void aVendorReadsNothingOfWhatGoesBackOfAnother() {
    order = buy();
    potterGives(amount(100));
    Marketplace.asSystem(() -> refunding.byVendor(baker, number(1), amount(50)));

    Sweeps.everything();

    assertThat(told(potter, 0)).containsExactlyInAnyOrder("refunded", "money-returned");
    assertThat(told(baker, 1)).containsExactlyInAnyOrder("refunded", "money-returned");
  }

  @Test
  void ofARefundOfSeveralPartsNoVendorReadsTheWhole() {
    order = buy();
    RefundRequest all =
        new RefundRequest(List.of(part(0, 3), part(1, 1)), true, null, "Nothing came");

    Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, all));
    Sweeps.everything();

    assertThat(told(potter, 0)).contains("refunded", "money-returned");
    assertThat(story(potter, 0))
        .filteredOn(event -> event.type().matches("refunded|money-returned"))
        .allSatisfy(event -> assertThat(event.data()).isEmpty());
  }

  @Test
  void aVendorThatSoldAllOfAPurchaseIsToldOfGoodwillForTheWhole() {
    order = checkout.pay(Market.basket(bowl.times(1)).pay("approved"));

    goodwill(500);
    Sweeps.everything();

    assertThat(given(potter, 0)).extracting(RefundView::amount).containsExactly(eur(500));
    assertThat(given(potter, 0)).extracting(RefundView::vendorPart).containsExactly(eur(0));
    assertThat(told(potter, 0)).contains("refunded", "money-returned");
  }

  private List<RefundView> given(VendorScope vendor, int part) {
    return Marketplace.asSystem(() -> refunding.ofVendor(vendor, number(part)));
  }

  private List<String> told(VendorScope vendor, int part) {
    return story(vendor, part).stream()
        .map(TimelineEvent::type)
        .filter(type -> type.matches("refunded|money-returned|return-failed"))
        .toList();
  }

  private List<TimelineEvent> story(VendorScope vendor, int part) {
    return Marketplace.asSystem(() -> fulfilment.get(vendor, number(part))).order().timeline();
  }

  @Test
  void whatGoesBackAfterGoodwillIsNeverMoreThanWasPaid() {
    order = buy();
    Money spent = balanceOf("goodwill_expense");
    goodwill(1000);

    RefundView bowls = potterGives(new RefundRequest(List.of(part(0, 3)), true, null, "All"));
    RefundView loaf =
        Marketplace.asSystem(
            () ->
                refunding.byVendor(
                    baker, number(1), new RefundRequest(List.of(part(1, 1)), true, null, "All")));

    assertThat(bowls.amount()).isEqualTo(eur(6300));
    assertThat(bowls.recovered()).isEqualTo(eur(100));
    assertThat(loaf.amount()).isEqualTo(eur(0));
    assertThat(loaf.recovered()).isEqualTo(eur(900));
    assertThat(loaf.status()).isEqualTo("SUCCEEDED");
    assertThat(balanceOf("goodwill_expense")).isEqualTo(spent);
    assertThat(balance(potter).pending()).isEqualTo(eur(0));
    assertThat(balance(baker).pending()).isEqualTo(eur(0));
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  @Test
  void goodwillNamesWhatIsLeftAndTakesNoLines() {
    order = buy();
    goodwill(7000);

    assertThatThrownBy(() -> goodwill(301))
        .isInstanceOfSatisfying(
            CannotRefund.class,
            refusal ->
                assertThat(refusal.facts())
                    .containsEntry("wanted", eur(301))
                    .containsEntry("left", eur(300)));
    assertThatThrownBy(() -> potterGives(amount(400))).isInstanceOf(CannotRefund.class);
    assertThatThrownBy(
            () -> Marketplace.asSystem(() -> refunding.goodwill(order.number(), null, units(1))))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactly("lines", "amount"));
  }

  @Test
  void goodwillThatItsGatewayRefusesIsNoExpense() {
    order = buy();
    Money spent = balanceOf("goodwill_expense");
    OneGateway.fake().refuseNextRefund();
    goodwill(500);

    Sweeps.everything();

    assertThat(balanceOf("goodwill_expense")).isEqualTo(spent);
    assertThat(refundStatus()).isEqualTo("NONE");
  }

  /** 10.00 of 73.00 were given, and taken back with everything before the gateway refused them. */
  @Test
  void goodwillThatWasTakenBackBeforeItsGatewayRefusedItIsOwed() {
    order = buy();
    Money spent = balanceOf("goodwill_expense");
    RefundView gift = goodwill(1000);
    potterGives(new RefundRequest(List.of(part(0, 3)), true, null, "All"));
    Marketplace.asSystem(() -> cancelling.cancel(baker, number(1), "Burnt"));
    Marketplace.get(Settlement.class)
        .settle(gift.id(), new PaymentOutcome.Declined("account-closed", "Closed."));
    Sweeps.everything();

    assertThat(refundStatus()).isEqualTo("PARTLY_REFUNDED");
    UUID owed = refusedOfOrder();
    assertThatThrownBy(() -> Marketplace.asSystem(() -> refused.close(owed, "Forget it")))
        .isInstanceOfSatisfying(
            CannotRetry.class,
            refusal -> assertThat(refusal.facts()).containsEntry("owed", eur(1000)));
    Marketplace.asSystem(() -> refused.retry(owed));
    Sweeps.everything();

    assertThat(refundStatus()).isEqualTo("REFUNDED");
    assertThat(balanceOf("goodwill_expense")).isEqualTo(spent);
  }

  @Test
  void ofARefundOverSeveralVendorsEachSeesItsOwnPart() {
    keep(GiveBackReason.REFUND, 5_000);
    order = buy();
    RefundRequest all =
        new RefundRequest(List.of(part(0, 3), part(1, 1)), true, null, "Nothing came");

    RefundView whole = Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, all));
    RefundView potters = seenBy(potter, 0);
    RefundView bakers = seenBy(baker, 1);

    assertThat(whole.amount()).isEqualTo(eur(7300));
    assertThat(potters.amount()).isEqualTo(eur(6400));
    assertThat(bakers.amount()).isEqualTo(eur(900));
    assertThat(potters.vendorPart()).isEqualTo(eur(3 * 1760 + 400));
    assertThat(potters.kept()).isEqualTo(eur(360));
    assertThat(bakers.vendorPart().plus(potters.vendorPart())).isEqualTo(whole.vendorPart());
    assertThat(bakers.kept().plus(potters.kept())).isEqualTo(whole.kept());
    assertThat(potters.lines()).extracting(RefundView.Line::quantity).containsExactly(3);
    assertThat(bakers.lines()).extracting(RefundView.Line::quantity).containsExactly(1);
  }

  private RefundView seenBy(VendorScope vendor, int part) {
    List<RefundView> seen = Marketplace.asSystem(() -> refunding.ofVendor(vendor, number(part)));
    assertThat(seen).hasSize(1);
    return seen.get(0);
  }

  private UUID refusedOfOrder() {
    return Marketplace.asSystem(() -> refused.list(new Paging(100, null))).items().stream()
        .filter(one -> one.orderGroup().equals(order.number()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void keep(GiveBackReason reason, int basisPoints) {
    Marketplace.asSystem(
        () ->
            policy.change(
                List.of(new GiveBackTerms(reason, basisPoints, basisPoints, 10_000, false))));
  }

  private OrderGroupView buy() {
    return checkout.pay(Market.basket(bowl.times(3), loaf).pay("approved"));
  }

  private RefundView goodwill(long minor) {
    return Marketplace.asSystem(() -> refunding.goodwill(order.number(), null, amount(minor)));
  }

  private RefundView potterGives(RefundRequest request) {
    return Marketplace.asSystem(() -> refunding.byVendor(potter, number(0), request));
  }

  private RefundRequest units(int quantity) {
    return new RefundRequest(List.of(part(0, quantity)), false, null, "Broken");
  }

  private RefundRequest.Part part(int part, int quantity) {
    UUID line = order.vendorOrders().get(part).lines().get(0).id();
    return new RefundRequest.Part(line, quantity);
  }

  private static RefundRequest amount(long minor) {
    return new RefundRequest(List.of(), false, eur(minor), "For the wait");
  }

  private String number(int part) {
    return order.vendorOrders().get(part).number();
  }

  private VendorBalance balance(VendorScope vendor) {
    return Marketplace.asSystem(() -> earnings.balances(vendor)).get(0);
  }

  private static Money balanceOf(String address) {
    return Marketplace.inTransaction(() -> Marketplace.get(Balances.class).at(address)).stream()
        .filter(account -> account.balance().currency().equals(Market.EUR))
        .map(AccountView::balance)
        .findFirst()
        .orElse(eur(0));
  }

  private String refundStatus() {
    return Marketplace.asSystem(() -> orders.get(order.number(), null)).refundStatus();
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
