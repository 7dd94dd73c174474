package org.halles.marketplace.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.order.CannotChange;
import org.halles.marketplace.order.Deduction;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.OrderPolicy;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A potter sells three bowls and a cup, a baker a loaf; shipping is 4.00 each. */
class RefundingTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final Cancelling cancelling = Marketplace.get(Cancelling.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Earnings earnings = Marketplace.get(Earnings.class);
  private final Orders orders = Marketplace.get(Orders.class);
  private final OrderPolicy policy = Marketplace.get(OrderPolicy.class);

  private final Article bowl = Market.article(1999, 30);
  private final Article cup = Market.another(bowl, 1001, 30);
  private final Article loaf = Market.article(333, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final VendorScope baker = VendorScopes.of(loaf.vendor(), "baker");
  private OrderGroupView order = buy();

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void aLineThatNeverLeftGoesBackToTheCentAndOnSaleAgain() {
    assertThat(Market.stockOf(bowl)).isEqualTo(27);

    RefundView refund = potterGives(request("Broken in the kiln", part(0, 3)));

    assertThat(refund.amount()).isEqualTo(eur(5997));
    assertThat(refund.vendorPart()).isEqualTo(eur(5997 - 600 - 120));
    assertThat(Market.stockOf(bowl)).isEqualTo(30);
    assertThat(read().refundStatus()).isEqualTo("PARTLY_REFUNDED");
    assertThat(read().vendorOrders().get(0).status()).isEqualTo(VendorOrderStatus.TO_SHIP);
    assertThat(read().vendorOrders().get(0).lines().get(0).cancelledQuantity()).isEqualTo(3);
  }

  @Test
  void unitsOneByOneAndAnAmountInBetweenCloseTheLineExactly() {
    potterGives(request("One is chipped", part(0, 1)));
    potterGives(amount(7, "For the wait"));
    potterGives(request("Another", part(0, 1)));
    potterGives(request("And the last", part(0, 1), part(1, 1)));
    RefundView rest = refundAll("The rest");

    assertThat(refunded()).isEqualTo(order.totals().total());
    assertThat(rest.amount().isPositive()).isTrue();
    assertThat(read().refundStatus()).isEqualTo("REFUNDED");
  }

  @Test
  void whatWasPaidOutOfReachBecomesADebtThatTheNextSalePays() {
    deliver(potter, 0);
    VendorBalance before = balance();
    takeAvailableAway();

    potterGives(request("Returned", part(0, 3)));

    assertThat(balance().available()).isEqualTo(eur(0));
    assertThat(balance().debt()).isEqualTo(eur(5997 - 720));
    assertThat(before.available()).isGreaterThan(eur(5000));
    Deduction refund = taken();
    assertThat(refund.kind()).isEqualTo("refund");
    assertThat(refund.order()).isEqualTo(order.vendorOrders().get(0).number());
    assertThat(refund.owed()).isEqualTo(eur(5997 - 720));
    assertThat(refund.amount()).isEqualTo(refund.owed());

    order = buy();
    deliver(potter, 0);

    Deduction offset = taken();
    assertThat(offset.kind()).isEqualTo("debt-offset");
    assertThat(offset.available()).isEqualTo(eur(5997 - 720));
    assertThat(offset.owed()).isEqualTo(eur(5997 - 720).negate());
    assertThat(offset.amount()).isEqualTo(eur(5997 - 720));

    assertThat(balance().debt()).isEqualTo(eur(0));
    assertThat(balance().available()).isEqualTo(before.available().minus(eur(5997 - 720)));
  }

  @Test
  void moneyThatWasReleasedIsTakenFromWhatIsAvailable() {
    deliver(potter, 0);
    Money available = balance().available();

    potterGives(request("Returned", part(1, 1)));

    assertThat(balance().available()).isEqualTo(available.minus(eur(1001 - 100 - 20)));
    assertThat(Market.stockOf(cup)).as("what left does not come back by itself").isEqualTo(29);
  }

  @Test
  void aRefundTheGatewayRefusesIsPutBackAndMayBeTriedAgain() {
    deliver(potter, 0);
    Money available = balance().available();
    OneGateway.fake().refuseNextRefund();
    potterGives(request("Returned", part(0, 3)));

    assertThat(Marketplace.asSystem(() -> earnings.deductions(potter))).hasSize(1);
    Sweeps.everything();

    assertThat(balance().available()).isEqualTo(available);
    assertThat(Marketplace.asSystem(() -> earnings.deductions(potter))).isEmpty();
    assertThat(read().refundStatus()).isEqualTo("NONE");
    assertThat(ofPotter()).extracting(RefundView::status).containsExactly("FAILED");
    potterGives(request("Returned", part(0, 3)));
    Sweeps.everything();
    assertThat(ofPotter()).extracting(RefundView::status).containsExactly("FAILED", "SUCCEEDED");
  }

  @Test
  void aRefundThatWasLostOnItsWayIsSentAgainUnderItsKey() {
    int before = OneGateway.fake().effects();
    OneGateway.fake().loseNextRefund();
    potterGives(request("Returned", part(0, 3)));
    Sweeps.everything();
    assertThat(ofPotter()).extracting(RefundView::status).containsExactly("PENDING");

    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update payment_transaction set next_check_at = now() where order_group_id = ?"
                        + " and kind = 'REFUND'",
                    order.id()));
    Sweeps.everything();

    assertThat(ofPotter()).extracting(RefundView::status).containsExactly("SUCCEEDED");
    assertThat(OneGateway.fake().effects() - before).isEqualTo(1);
  }

  @Test
  void aCancelledOrderGivesEverythingBackAndEndsThePurchaseWithTheLastPart() {
    cancelling("potter", "The kiln is broken");
    assertThat(read().vendorOrders().get(0).status()).isEqualTo(VendorOrderStatus.CANCELLED);
    assertThat(read().status()).isEqualTo(OrderGroupStatus.PAID);
    cancelling("baker", "No flour");

    assertThat(read().status()).isEqualTo(OrderGroupStatus.CANCELLED);
    assertThat(read().refundStatus()).isEqualTo("REFUNDED");
    assertThat(refunded()).isEqualTo(order.totals().total());
    assertThat(Market.stockOf(loaf)).isEqualTo(30);
    assertThatThrownBy(() -> cancelling("baker", "Again")).isInstanceOf(CannotChange.class);
  }

  @Test
  void whatTheBuyerGaveToOthersStaysUntilTheLastThingGoesBack() {
    order =
        checkout.pay(Market.giving(Market.basket(bowl.times(3), cup, loaf), 40).pay("approved"));
    cancelling("potter", "The kiln is broken");
    assertThat(refunded()).isEqualTo(order.vendorOrders().get(0).totals().total());
    cancelling("baker", "No flour");

    assertThat(read().refundStatus()).isEqualTo("REFUNDED");
    assertThat(refunded()).isEqualTo(order.totals().total());
  }

  @Test
  void whatIsCancelledAfterAParcelKeepsTheShippingAndTheParcel() {
    UUID bowls = line(0);
    ship(potter, 0, new ShipRequest.Part(bowls, 2));
    cancelling("potter", "The others broke");

    assertThat(refunded()).isEqualTo(eur(1999 + 1001));
    assertThat(read().vendorOrders().get(0).status()).isEqualTo(VendorOrderStatus.SHIPPED);
    assertThat(Market.stockOf(bowl)).isEqualTo(28);
  }

  @Test
  void cancellingTheRestOfWhatArrivedReleasesWhatWasHeld() {
    UUID parcel = ship(potter, 0, new ShipRequest.Part(line(0), 3));
    Marketplace.asSystem(() -> fulfilment.delivered(potter, number(0), parcel));
    cancelling("potter", "The cup broke");

    assertThat(read().vendorOrders().get(0).status()).isEqualTo(VendorOrderStatus.DELIVERED);
    assertThat(balance().pending()).isEqualTo(eur(0));
    assertThat(balance().available()).isEqualTo(eur(5997 - 720 + 400));
  }

  @Test
  void anOrderMayBeRefusedInTimeWhereTheOperatorAllowsIt() {
    assertThatThrownBy(() -> refuse("No clay")).isInstanceOf(CannotChange.class);
    Marketplace.asSystem(() -> policy.change(new OrderPolicy.Terms(24)));
    try {
      order = buy();
      assertThat(order.vendorOrders().get(0).status()).isEqualTo(VendorOrderStatus.TO_ACCEPT);

      refuse("No clay");

      assertThat(read().vendorOrders().get(0).status()).isEqualTo(VendorOrderStatus.REFUSED);
      assertThat(refunded()).isEqualTo(order.vendorOrders().get(0).totals().total());
    } finally {
      Marketplace.asSystem(() -> policy.change(new OrderPolicy.Terms(null)));
    }
  }

  @Test
  void moreThanIsLeftIsRefusedAndNothingChanges() {
    potterGives(request("One", part(0, 2)));

    assertThatThrownBy(() -> potterGives(amount(100_000, "Too much")))
        .isInstanceOfSatisfying(
            CannotRefund.class,
            refusal -> assertThat(refusal.facts()).containsEntry("left", eur(1999 + 1001 + 400)));
    assertThatThrownBy(() -> potterGives(request(" ", part(0, 2), part(0, 1))))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactly("reason", "lines[0].quantity", "lines[1].line"));
    assertThat(refunded()).isEqualTo(eur(2 * 1999));
  }

  @Test
  void anOperatorReadsWhatWentBackAlsoWhereNothingDid() {
    assertThat(ofOperator(order.number())).isEmpty();

    RefundView refund = potterGives(request("Broken in the kiln", part(0, 1)));

    assertThat(ofOperator(order.number()))
        .singleElement()
        .satisfies(seen -> assertThat(seen.id()).isEqualTo(refund.id()))
        .satisfies(seen -> assertThat(seen.lines()).isEqualTo(refund.lines()));
    assertThatThrownBy(() -> ofOperator("H-NONE-NONE")).isInstanceOf(NotFound.class);
  }

  @Test
  void nobodyGivesAnotherVendorsMoneyBack() {
    RefundRequest request = request("Mine now", part(0, 1));

    assertThatThrownBy(
            () -> Marketplace.asSystem(() -> refunding.byVendor(baker, number(0), request)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> Marketplace.asSystem(() -> refunding.byVendor(baker, number(1), request)))
        .isInstanceOf(InvalidInput.class);
    assertThat(refunded()).isEqualTo(eur(0));
  }

  /** The books are checked after it, I5 to I8 and I11 among them. */
  @Test
  void anySequenceOfRefundsKeepsTheBooks() {
    Random random = new Random(42);
    for (int purchase = 0; purchase < 4; purchase++) {
      order = buy();
      if (purchase % 2 == 1) {
        deliver(potter, 0);
      }
      for (int step = 0; step < 12; step++) {
        RefundRequest wanted = amount(1 + random.nextInt(400), "step " + step);
        if (random.nextBoolean()) {
          potterGives(wanted);
        } else {
          Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, wanted));
        }
      }
      refundAll("the rest");
      assertThat(refunded()).isEqualTo(order.totals().total());
    }
  }

  private OrderGroupView buy() {
    return checkout.pay(Market.basket(bowl.times(3), cup, loaf).pay("approved"));
  }

  private OrderGroupView read() {
    return Marketplace.asSystem(() -> orders.get(order.number(), null));
  }

  private String number(int part) {
    return order.vendorOrders().get(part).number();
  }

  private UUID line(int index) {
    return order.vendorOrders().get(0).lines().get(index).id();
  }

  private RefundRequest.Part part(int line, int quantity) {
    return new RefundRequest.Part(line(line), quantity);
  }

  private static RefundRequest request(String reason, RefundRequest.Part... parts) {
    return new RefundRequest(List.of(parts), false, null, reason);
  }

  private static RefundRequest amount(long minor, String reason) {
    return new RefundRequest(List.of(), false, eur(minor), reason);
  }

  private RefundView potterGives(RefundRequest request) {
    return Marketplace.asSystem(() -> refunding.byVendor(potter, number(0), request));
  }

  private RefundView refundAll(String reason) {
    Money left = order.totals().total().minus(refunded());
    return Marketplace.asSystem(
        () ->
            refunding.byOperator(
                order.number(), null, new RefundRequest(List.of(), false, left, reason)));
  }

  private List<RefundView> ofPotter() {
    return Marketplace.asSystem(() -> refunding.ofVendor(potter, number(0)));
  }

  private List<RefundView> ofOperator(String number) {
    return Marketplace.asSystem(() -> refunding.ofPurchaseForOperator(number));
  }

  private Money refunded() {
    List<BuyerRefund> all = Marketplace.asSystem(() -> refunding.ofPurchase(order.number(), null));
    return Money.sum(Market.EUR, all.stream().map(BuyerRefund::amount).toList());
  }

  private void cancelling(String who, String reason) {
    VendorScope scope = who.equals("potter") ? potter : baker;
    String number = number(who.equals("potter") ? 0 : 1);
    Marketplace.asSystem(() -> cancelling.cancel(scope, number, reason));
  }

  private void refuse(String reason) {
    Marketplace.asSystem(() -> cancelling.refuse(potter, number(0), reason));
  }

  private UUID ship(VendorScope vendor, int part, ShipRequest.Part... contents) {
    ShipRequest parcel = new ShipRequest(List.of(contents), "Colissimo", "6A1");
    return Marketplace.asSystem(() -> fulfilment.ship(vendor, number(part), parcel)).id();
  }

  private void deliver(VendorScope vendor, int part) {
    UUID parcel = ship(vendor, part);
    Marketplace.asSystem(() -> fulfilment.delivered(vendor, number(part), parcel));
  }

  /** What was taken from the potter last. */
  private Deduction taken() {
    return Marketplace.asSystem(() -> earnings.deductions(potter)).get(0);
  }

  private VendorBalance balance() {
    return Marketplace.asSystem(() -> earnings.balances(potter)).get(0);
  }

  /** As a payout will: what is available leaves for the bank. */
  private void takeAvailableAway() {
    Market.payOut(potter.vendorId(), balance().available());
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
