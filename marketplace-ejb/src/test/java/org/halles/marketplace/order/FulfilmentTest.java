package org.halles.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

class FulfilmentTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Earnings earnings = Marketplace.get(Earnings.class);
  private final Orders orders = Marketplace.get(Orders.class);

  private final Article bowl = Market.article(2000, 9);
  private final Article cup = Market.another(bowl, 1000, 9);
  private final Article bread = Market.article(500, 9);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final VendorScope baker = VendorScopes.of(bread.vendor(), "baker");
  private final OrderGroupView order =
      checkout.pay(Market.basket(bowl, cup, bread).pay("approved"));
  private final String pottery = order.vendorOrders().get(0).number();

  @Test
  void aParcelWithSomeOfItMakesTheOrderPartlyShipped() {
    UUID line = order.vendorOrders().get(0).lines().get(0).id();

    ship(potter, pottery, new ShipRequest.Part(line, 1));

    assertThat(get(potter, pottery).order().status()).isEqualTo(VendorOrderStatus.PARTLY_SHIPPED);
    assertThat(group()).isEqualTo(OrderGroupStatus.PARTLY_SHIPPED);
    ship(potter, pottery);
    assertThat(get(potter, pottery).order().status()).isEqualTo(VendorOrderStatus.SHIPPED);
    assertThat(group()).isEqualTo(OrderGroupStatus.PARTLY_SHIPPED);
    assertThatThrownBy(() -> ship(potter, pottery)).isInstanceOf(CannotShip.class);
  }

  /** 30.00 of lines less 3.00 commission and 0.60 VAT on it, and 4.00 of shipping: 30.40. */
  @Test
  void whatArrivedBecomesAvailableOnce() {
    ShipmentView parcel = ship(potter, pottery);
    assertThat(balance().pending()).isEqualTo(Money.of(3040, "EUR"));

    deliver(potter, pottery, parcel.id());
    deliver(potter, pottery, parcel.id());

    assertThat(balance().pending()).isEqualTo(Money.of(0, "EUR"));
    assertThat(balance().available()).isEqualTo(Money.of(3040, "EUR"));
    assertThat(get(potter, pottery).order().status()).isEqualTo(VendorOrderStatus.DELIVERED);
  }

  @Test
  void thePurchaseIsDeliveredWhenEveryPartIs() {
    deliver(potter, pottery, ship(potter, pottery).id());
    String bakery = order.vendorOrders().get(1).number();
    deliver(baker, bakery, ship(baker, bakery).id());

    assertThat(group()).isEqualTo(OrderGroupStatus.DELIVERED);
  }

  @Test
  void anotherVendorsOrderIsNotThere() {
    assertThatThrownBy(() -> get(baker, pottery)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> ship(baker, pottery)).isInstanceOf(NotFound.class);
  }

  @Test
  void everythingWrongWithAParcelIsSaidAtOnce() {
    UUID line = order.vendorOrders().get(0).lines().get(0).id();
    ShipRequest wrong =
        new ShipRequest(
            List.of(new ShipRequest.Part(line, 5), new ShipRequest.Part(UUID.randomUUID(), 1)),
            " ",
            null);

    assertThatThrownBy(() -> Marketplace.asSystem(() -> fulfilment.ship(potter, pottery, wrong)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactly("carrier", "lines[0].quantity", "lines[1].line"));
  }

  @Test
  void parcelsAreReadWithThePurchaseAsTheyLeft() {
    UUID line = order.vendorOrders().get(0).lines().get(0).id();
    ShipmentView first = ship(potter, pottery, new ShipRequest.Part(line, 1));
    ShipmentView second = ship(potter, pottery);

    OrderGroupView read = orders.get(order.number(), order.accessKey());

    assertThat(read.vendorOrders().get(0).shipments()).containsExactly(first, second);
    assertThat(first.lines()).containsExactly(new ShipmentView.Part(line, 1));
    assertThat(read.vendorOrders().get(1).shipments()).isEmpty();
  }

  @Test
  void everyEarnedCentHasItsReason() {
    Page<EarningLine> first =
        Marketplace.asSystem(() -> earnings.lines(potter, new Paging(2, null)));
    Page<EarningLine> second =
        Marketplace.asSystem(() -> earnings.lines(potter, new Paging(2, first.next())));

    assertThat(first.items()).extracting(line -> line.net().minor()).containsExactly(1760L, 880L);
    assertThat(second.items())
        .singleElement()
        .satisfies(
            shipping -> {
              assertThat(shipping.line()).isNull();
              assertThat(shipping.net()).isEqualTo(Money.of(400, "EUR"));
            });
    assertThat(first.items().get(0).legs()).hasSize(3);
    assertThat(second.next()).isNull();
  }

  @Test
  void theSplitAddsUpToWhatWasPaid() {
    SplitView split = Marketplace.asSystem(() -> orders.split(order.number()));

    assertThat(split.lines().stream().mapToLong(leg -> leg.amount().minor()).sum())
        .isEqualTo(order.totals().total().minor());
    assertThat(Marketplace.asSystem(() -> orders.split(order))).isEqualTo(split);
  }

  @Test
  void anOrderNobodyPaidIsNotShownToItsVendor() {
    try {
      checkout.pay(Market.basket(bowl).pay("declined"));
    } catch (RuntimeException declined) {
      // as it should
    }

    Page<VendorOrderSummary> list =
        Marketplace.asSystem(() -> fulfilment.list(potter, VendorOrderFilter.ALL, Paging.first()));

    assertThat(list.items()).extracting(VendorOrderSummary::number).containsExactly(pottery);
    assertThat(Marketplace.asSystem(() -> fulfilment.counts(potter)))
        .containsOnly(Map.entry(VendorOrderStatus.TO_SHIP, 1));
  }

  private ShipmentView ship(VendorScope vendor, String number, ShipRequest.Part... parts) {
    ShipRequest parcel = new ShipRequest(List.of(parts), "Colissimo", "6A1");
    return Marketplace.asSystem(() -> fulfilment.ship(vendor, number, parcel));
  }

  private void deliver(VendorScope vendor, String number, UUID shipment) {
    Marketplace.asSystem(() -> fulfilment.delivered(vendor, number, shipment));
  }

  private VendorOrderDetail get(VendorScope vendor, String number) {
    return Marketplace.asSystem(() -> fulfilment.get(vendor, number));
  }

  private OrderGroupStatus group() {
    return orders.get(order.number(), order.accessKey()).status();
  }

  private VendorBalance balance() {
    return Marketplace.asSystem(() -> earnings.balances(potter)).get(0);
  }
}
