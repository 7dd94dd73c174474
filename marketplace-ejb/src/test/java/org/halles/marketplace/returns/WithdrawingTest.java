package org.halles.marketplace.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three bowls at 20.00 and a delivery at 4.00, from a trader. */
class WithdrawingTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Orders orders = Marketplace.get(Orders.class);
  private final SendingBack sending = Marketplace.get(SendingBack.class);
  private final Withdrawing withdrawing = Marketplace.get(Withdrawing.class);
  private final Receiving receiving = Marketplace.get(Receiving.class);
  private final ReturnDecisions decisions = Marketplace.get(ReturnDecisions.class);
  private final ReturnClock deadlines = Marketplace.get(ReturnClock.class);

  private final Article bowl = Market.article(2000, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private OrderGroupView order = buy();

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void whatHasNotLeftIsPaidBackAtOnceWithItsDelivery() {
    ReturnView declared = withdraw(3);

    assertThat(declared.status()).isEqualTo(ReturnStatus.COMPLETED);
    assertThat(declared.refunded()).isEqualTo(eur(6400));
    assertThat(Market.stockOf(bowl)).isEqualTo(30);
    assertThat(part().status()).isEqualTo(VendorOrderStatus.CANCELLED);
  }

  @Test
  void aPartOfItLeavesTheDeliveryPaid() {
    assertThat(withdraw(1).refunded()).isEqualTo(eur(2000));
    assertThat(rights().lines().get(0).withdrawable()).isEqualTo(2);
    assertThat(withdraw(2).refunded()).isEqualTo(eur(4400));
  }

  /** Of a dearer delivery at 4.00 goes back what the cheapest, at 2.50, would have cost. */
  @Test
  void onlyTheCheapestDeliveryGoesBack() {
    set("update vendor_order set cheapest_shipping_minor = 250 where order_group_id = ?");

    assertThat(withdraw(3).refunded()).isEqualTo(eur(6250));
  }

  @Test
  void whatArrivedIsPaidBackWhenItIsBackAndFine() {
    deliver();
    ReturnView declared = withdraw(3);
    assertThat(declared.status()).isEqualTo(ReturnStatus.ACCEPTED);
    assertThat(declared.refunded()).isNull();

    ReturnView checked =
        asSystem(
            () -> receiving.check(potter, declared.id(), List.of(new Units(line(), 3, 2)), null));

    assertThat(checked.refunded()).isEqualTo(eur(6400));
    assertThat(Market.stockOf(bowl)).isEqualTo(29);
  }

  @Test
  void whatIsProvenToBeSentIsPaidBackAfterFourteenDaysEvenIfTheVendorIsSilent() {
    deliver();
    ReturnView declared = withdraw(3);
    sending.sent(order.number(), order.accessKey(), declared.id(), "Colissimo", "6A1");
    set(
        "update goods_return set check_by = now() - interval '1 minute',"
            + " refund_by = now() - interval '1 minute' where order_group_id = ?");
    assertThat(asSystem(() -> deadlines.unchecked(0, 1000))).contains(declared.id());
    asSystem(
        () -> {
          deadlines.notChecked(declared.id());
          return null;
        });

    assertThat(get(declared).status()).isEqualTo(ReturnStatus.COMPLETED);
    assertThat(get(declared).refunded()).isEqualTo(eur(6400));
  }

  @Test
  void aVendorCannotRefuseItAndTheOperatorDecidesWhatLostItsValue() {
    deliver();
    ReturnView declared = withdraw(3);
    assertThatThrownBy(() -> asSystem(() -> receiving.refuse(potter, declared.id(), "No")))
        .isInstanceOf(CannotReturn.class);
    ReturnView checked =
        asSystem(
            () ->
                receiving.check(
                    potter, declared.id(), List.of(new Units(line(), 2, 0)), "One was used"));
    assertThat(checked.refunded()).isEqualTo(eur(4000));
    assertThat(checked.escalated()).isTrue();

    ReturnView decided =
        asSystem(
            () -> decisions.decide(declared.id(), List.of(new Units(line(), 1)), "Only tried"));

    assertThat(decided.status()).isEqualTo(ReturnStatus.COMPLETED);
    assertThat(decided.refunded())
        .as("both steps, the last of it with the delivery")
        .isEqualTo(eur(6400));
  }

  @Test
  void aPrivateSellerATimeThatIsOverAndAnExclusionAllowNone() {
    set("update vendor_order set sold_by_trader = false where order_group_id = ?");
    refused("private-seller");
    set("update vendor_order set sold_by_trader = true where order_group_id = ?");
    deliver();
    set(
        "update vendor_order set delivered_at = now() - interval '20 days'"
            + " where order_group_id = ?");
    refused("over");

    set(
        "update listing set withdrawal_exclusion = 'MADE_TO_MEASURE' where id = '"
            + bowl.listing()
            + "' and ?::uuid is not null");
    order = buy();
    refused("excluded");
    assertThat(rights().lines().get(0).exclusion()).isEqualTo(Exclusion.MADE_TO_MEASURE);
  }

  @Test
  void aMarkThatComesLaterChangesNothingOfWhatWasBought() {
    set(
        "update listing set withdrawal_exclusion = 'PERISHABLE' where id = '"
            + bowl.listing()
            + "' and ?::uuid is not null");

    assertThat(withdraw(1).kind()).isEqualTo(ReturnKind.WITHDRAWAL);
  }

  @Test
  void aVendorMarksItsOwnListingAndNobodyElses() {
    VendorScope baker = VendorScopes.of(Market.article(100, 1).vendor(), "baker");
    Exclusions exclusions = Marketplace.get(Exclusions.class);
    assertThatThrownBy(() -> asSystem(() -> marked(exclusions, baker, "made-to-measure")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> asSystem(() -> marked(exclusions, potter, "service-performed")))
        .isInstanceOf(InvalidInput.class);
    asSystem(() -> marked(exclusions, potter, "made-to-measure"));

    order = buy();
    refused("excluded");
    asSystem(() -> marked(exclusions, potter, "none"));
    order = buy();
    assertThat(withdraw(3).refunded()).isEqualTo(eur(6400));
  }

  private Object marked(Exclusions exclusions, VendorScope vendor, String exclusion) {
    exclusions.markListing(vendor, bowl.listing(), exclusion);
    return null;
  }

  @Test
  void whatWasPaidBackBeforeDoesNotLeaveAnyMore() {
    giveBack(new RefundRequest(List.of(), false, eur(6400), "A gesture"));

    ReturnView declared = withdraw(3);

    assertThat(declared.status()).isEqualTo(ReturnStatus.COMPLETED);
    assertThat(declared.refunded()).isNull();
    assertThat(part().status()).isEqualTo(VendorOrderStatus.CANCELLED);
    assertThat(Market.stockOf(bowl)).isEqualTo(30);
  }

  private void giveBack(RefundRequest request) {
    asSystem(() -> Marketplace.get(Refunding.class).byVendor(potter, number(), request));
  }

  @Test
  void whoWithdrewCannotTakeItBack() {
    deliver();
    ReturnView declared = withdraw(3);

    assertThatThrownBy(() -> sending.cancel(order.number(), order.accessKey(), declared.id()))
        .isInstanceOfSatisfying(
            CannotReturn.class, no -> assertThat(no.code()).isEqualTo("withdrawal-stands"));
    assertThat(get(declared).status()).isEqualTo(ReturnStatus.ACCEPTED);
  }

  @Test
  void whatTheClockCannotPayBackIsLeftToTheOperator() {
    deliver();
    ReturnView declared = withdraw(3);
    sending.sent(order.number(), order.accessKey(), declared.id(), "Colissimo", "6A1");
    giveBack(
        new RefundRequest(
            List.of(new RefundRequest.Part(line(), 1)), false, null, "One meanwhile"));
    set(
        "update goods_return set check_by = now() - interval '1 minute',"
            + " refund_by = now() - interval '1 minute' where order_group_id = ?");

    new ReturnWorker(deadlines, Marketplace.get(CurrentCaller.class), null).round();

    assertThat(get(declared).escalated()).isTrue();
    assertThat(get(declared).status()).isEqualTo(ReturnStatus.SENT);
  }

  @Test
  void aNameIsNeededAndNoReasonIs() {
    assertThatThrownBy(
            () ->
                withdrawing.declare(
                    order.number(),
                    order.accessKey(),
                    number(),
                    List.of(new Units(line(), 9)),
                    " "))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting(one -> one.field())
                    .containsExactly("name", "lines[0].quantity"));
  }

  private void refused(String why) {
    assertThatThrownBy(() -> withdraw(1))
        .isInstanceOfSatisfying(
            CannotReturn.class, no -> assertThat(no.code()).isEqualTo("no-withdrawal-" + why));
  }

  private ReturnView withdraw(int units) {
    return withdrawing.declare(
        order.number(),
        order.accessKey(),
        number(),
        List.of(new Units(line(), units)),
        "Camille Roy");
  }

  private Rights rights() {
    return sending.rights(order.number(), order.accessKey()).get(0);
  }

  private ReturnView get(ReturnView one) {
    return asSystem(() -> decisions.get(one.id()));
  }

  private OrderGroupView buy() {
    return checkout.pay(Market.basket(bowl.times(3)).pay("approved"));
  }

  private void set(String sql) {
    Marketplace.inTransaction(() -> Market.database().update(sql, order.id()));
  }

  private void deliver() {
    ShipRequest parcel = new ShipRequest(List.of(), "Colissimo", "6A1");
    UUID shipment = asSystem(() -> fulfilment.ship(potter, number(), parcel)).id();
    asSystem(() -> fulfilment.delivered(potter, number(), shipment));
  }

  private VendorOrderView part() {
    return asSystem(() -> orders.get(order.number(), null)).vendorOrders().get(0);
  }

  private String number() {
    return order.vendorOrders().get(0).number();
  }

  private UUID line() {
    return order.vendorOrders().get(0).lines().get(0).id();
  }

  private static <T> T asSystem(Callable<T> work) {
    return Marketplace.asSystem(work);
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
