package org.halles.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Handover handover = Marketplace.get(Handover.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Article repair = Market.article(5_000, 9).as("SERVICE");
  private final Article part = Market.another(repair, 1_000, 9);
  private final VendorScope mender = VendorScopes.of(repair.vendor(), "mender");
  private final LocalDate today = BusinessCalendar.dayOf(Instant.now());

  @Test
  void workThatIsDoneDeliversTheOrderWithoutAParcel() {
    String number = numberOf(checkout.pay(Market.basket(repair).pay("approved")));

    perform(number, new Performance(List.of(), today.minusDays(1)));

    VendorOrderView order = read(number);
    assertThat(order.status()).isEqualTo(VendorOrderStatus.DELIVERED);
    assertThat(order.shipments()).isEmpty();
    assertThat(order.lines().get(0).service().performedOn()).isEqualTo(today.minusDays(1));
    assertThatThrownBy(() -> perform(number, new Performance(List.of(), null)))
        .isInstanceOf(CannotShip.class);
  }

  @Test
  void goodsOfTheSameOrderStillLeaveInAParcel() {
    String number = numberOf(checkout.pay(Market.basket(repair, part).pay("approved")));

    perform(number, new Performance(List.of(), null));

    assertThat(read(number).status()).isEqualTo(VendorOrderStatus.PARTLY_SHIPPED);
  }

  @Test
  void noCarrierTakesWorkAlong() {
    String both = numberOf(checkout.pay(Market.basket(repair, part).pay("approved")));
    String workOnly = numberOf(checkout.pay(Market.basket(repair).pay("approved")));

    List<BulkShipping.Result> results = shipInBulk(both, workOnly);

    assertThat(results.get(0).shipment().lines()).hasSize(1);
    assertThat(read(both).status()).isEqualTo(VendorOrderStatus.PARTLY_SHIPPED);
    assertThat(results.get(1).refusal().code()).isEqualTo("no-parcel");
    assertThat(read(workOnly).status()).isEqualTo(VendorOrderStatus.TO_SHIP);
  }

  @Test
  void workNamedForAParcelIsRefusedByItsLine() {
    String number = numberOf(checkout.pay(Market.basket(repair, part).pay("approved")));
    UUID work =
        read(number).lines().stream()
            .filter(line -> line.kind().equals("SERVICE"))
            .findFirst()
            .orElseThrow()
            .id();
    ShipRequest parcel = new ShipRequest(List.of(new ShipRequest.Part(work, 1)), "Post", null);

    assertThatThrownBy(() -> Marketplace.asSystem(() -> fulfilment.ship(mender, number, parcel)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong -> assertThat(wrong.violations().get(0).field()).isEqualTo("lines[0].line"));
  }

  @Test
  void whatIsWrongIsToldAtOnceAndAnotherVendorsOrderIsNotThere() {
    String number = numberOf(checkout.pay(Market.basket(repair).pay("approved")));

    assertThatThrownBy(
            () -> perform(number, new Performance(List.of(UUID.randomUUID()), today.plusDays(1))))
        .isInstanceOfSatisfying(
            InvalidInput.class, wrong -> assertThat(wrong.violations()).hasSize(2));
    VendorScope other = VendorScopes.of(Market.article(100, 1).vendor(), "other");
    assertThatThrownBy(
            () ->
                Marketplace.asSystem(
                    () -> {
                      handover.performed(other, number, new Performance(null, null));
                      return null;
                    }))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theVendorReadsWhatTheBuyerWished() {
    Basket basket = Market.basket(repair);
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update cart_line set wished_on = ?, note = 'Ring twice' where cart_id = ?",
                    today.plusDays(3),
                    basket.cart()));

    ServiceView service =
        read(numberOf(checkout.pay(basket.pay("approved")))).lines().get(0).service();

    assertThat(service).isEqualTo(new ServiceView(today.plusDays(3), "Ring twice", null));
  }

  private List<BulkShipping.Result> shipInBulk(String... numbers) {
    List<BulkShipping.Item> items =
        Arrays.stream(numbers).map(number -> new BulkShipping.Item(number, null)).toList();
    return Marketplace.asSystem(
        () -> Marketplace.get(BulkShipping.class).ship(mender, "Post", items));
  }

  private void perform(String number, Performance work) {
    Marketplace.asSystem(
        () -> {
          handover.performed(mender, number, work);
          return null;
        });
  }

  private VendorOrderView read(String number) {
    return Marketplace.asSystem(() -> fulfilment.get(mender, number)).order();
  }

  private static String numberOf(OrderGroupView order) {
    return order.vendorOrders().get(0).number();
  }
}
