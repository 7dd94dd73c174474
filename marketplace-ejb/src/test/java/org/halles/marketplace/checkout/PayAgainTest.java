package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.order.CannotPayAgain;
import org.halles.marketplace.order.CartAlreadyOrdered;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.junit.jupiter.api.Test;

class PayAgainTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final PayAgain payAgain = Marketplace.get(PayAgain.class);
  private final PlatformClock clock = Marketplace.get(PlatformClock.class);
  private final FakeGateway gateway = OneGateway.fake();

  @Test
  void aDeclinedOrderIsPaidWithAnotherCardAndBothAttemptsAreListed() {
    Article lamp = Market.article(1000, 1);
    Order order = declined(Market.basket(lamp));
    assertThat(Market.stockOf(lamp)).isEqualTo(1);

    OrderGroupView paid = again(order, "approved");

    assertThat(paid.number()).isEqualTo(order.number());
    assertThat(paid.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(paid.vendorOrders().get(0).status()).isEqualTo(VendorOrderStatus.TO_SHIP);
    assertThat(paid.payments()).extracting("status").containsExactly("FAILED", "SUCCEEDED");
    assertThat(Market.stockOf(lamp)).isZero();
    assertThat(captures(paid)).isEqualTo(1);
  }

  @Test
  void asManyAttemptsAsTheBuyerLikes() {
    Article lamp = Market.article(1000, 1);
    Order order = declined(Market.basket(lamp));

    assertThatThrownBy(() -> again(order, "declined")).isInstanceOf(PaymentDeclined.class);
    assertThatThrownBy(() -> again(order, "declined")).isInstanceOf(PaymentDeclined.class);

    assertThat(Market.stockOf(lamp)).isEqualTo(1);
    assertThat(again(order, "approved").payments()).hasSize(4);
  }

  @Test
  void anAttemptThatWaitsForItsBuyerIsGivenUpFirst() {
    Article lamp = Market.article(1000, 1);
    OrderGroupView waiting = checkout.pay(Market.basket(lamp).pay("action"));

    OrderGroupView paid = again(Order.of(waiting), "approved");

    assertThat(paid.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(paid.payments()).extracting("failureCode").containsExactly("abandoned", null);
    assertThat(Market.stockOf(lamp)).isZero();
  }

  @Test
  void whatTheBuyerConfirmedAfterAllIsNotPaidTwice() {
    OrderGroupView waiting = checkout.pay(Market.basket(Market.article(1000, 1)).pay("action"));
    gateway.approve(waiting.payments().get(0).id().toString());
    int before = gateway.effects();

    OrderGroupView paid = again(Order.of(waiting), "approved");

    assertThat(paid.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(paid.payments()).hasSize(1);
    assertThat(gateway.effects()).isEqualTo(before);
  }

  @Test
  void whileAGatewayDecidesNobodyPaysAgain() {
    OrderGroupView waiting = checkout.pay(Market.basket(Market.article(1000, 1)).pay("pending"));

    assertThatThrownBy(() -> again(Order.of(waiting), "approved"))
        .isInstanceOf(CannotPayAgain.class)
        .hasMessageContaining("under way");
  }

  @Test
  void anExpiredOrderIsPaidAgainAtItsOldPrice() throws Exception {
    Article lamp = Market.article(1000, 1);
    OrderGroupView waiting = checkout.pay(Market.basket(lamp).pay("action"));
    clock.at(
        Instant.now().plus(Duration.ofHours(2)),
        () -> Marketplace.asSystem(() -> Marketplace.get(Unsettled.class).expire(1000)));
    assertThat(Market.stockOf(lamp)).isEqualTo(1);

    assertThat(again(Order.of(waiting), "approved").status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(Market.stockOf(lamp)).isZero();
  }

  @Test
  void aPaidOrderIsNotPaidAgain() {
    OrderGroupView paid = checkout.pay(Market.basket(Market.article(1000, 1)).pay("approved"));

    assertThatThrownBy(() -> again(Order.of(paid), "approved"))
        .isInstanceOf(CannotPayAgain.class)
        .hasMessageContaining("PAID");
  }

  @Test
  void goodsThatAreGoneOrCostMoreNowAreOrderedAnew() {
    Article gone = Market.article(1000, 1);
    Order first = declined(Market.basket(gone));
    checkout.pay(Market.basket(gone).pay("approved"));
    Article dearer = Market.article(1000, 1);
    Order second = declined(Market.basket(dearer));
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update offer set price_minor = 1100, version = version + 1 where id = ?",
                    dearer.offer()));

    for (Order order : List.of(first, second)) {
      assertThatThrownBy(() -> again(order, "approved"))
          .isInstanceOf(CannotPayAgain.class)
          .hasMessageContaining("changed since");
    }
    assertThat(Market.stockOf(dearer)).isEqualTo(1);
  }

  @Test
  void whatWasAgreedWithTheBuyerIsPaidAgainByNobodyElse() {
    Article agreed = Market.article(1000, 1);
    Order order = declined(Market.basket(agreed));
    UUID buyer = account();
    reserve(agreed, buyer);

    assertThatThrownBy(() -> again(order, "approved")).isInstanceOf(CannotPayAgain.class);
    set("update order_group set account_id = ? where number = ?", buyer, order.number());
    assertThat(again(order, "approved").status()).isEqualTo(OrderGroupStatus.PAID);
  }

  private static UUID account() {
    UUID id = Ids.next();
    set(
        "insert into account (id, email, name, created_at) values (?, ?, 'A B', now())",
        id,
        id + "@agreed.example");
    return id;
  }

  private static void reserve(Article agreed, UUID buyer) {
    set(
        "update listing set status = 'PRIVATE', reserved_for = ? where id = ?",
        buyer,
        agreed.listing());
    set("update offer set active = false where id = ?", agreed.offer());
  }

  private static void set(String sql, Object... parameters) {
    Marketplace.inTransaction(() -> Market.database().update(sql, parameters));
  }

  @Test
  void aCartThatBecameAnotherOrderIsNotPaidTwice() {
    Article lamp = Market.article(1000, 5);
    Basket basket = Market.basket(lamp);
    Order order = declined(basket);
    OrderGroupView other = checkout.pay(Market.again(basket, lamp).pay("approved"));

    assertThatThrownBy(() -> again(order, "approved"))
        .isInstanceOf(CartAlreadyOrdered.class)
        .hasMessageContaining(other.number());
  }

  @Test
  void pricesStandForThreeDays() {
    Order order = declined(Market.basket(Market.article(1000, 1)));

    assertThatThrownBy(
            () -> clock.at(Instant.now().plus(Duration.ofDays(4)), () -> again(order, "approved")))
        .isInstanceOf(CannotPayAgain.class)
        .hasMessageContaining("order the cart anew");
  }

  @Test
  void eightTabsPayingAtOnceChargeOnce() throws Exception {
    Article lamp = Market.article(1000, 8);
    Order order = declined(Market.basket(lamp));
    int before = gateway.effects();

    List<Object> results =
        Together.run(
            IntStream.range(0, 8)
                .mapToObj(tab -> (Callable<Object>) () -> again(order, "approved"))
                .toList());

    assertThat(results).filteredOn(OrderGroupView.class::isInstance).isNotEmpty();
    assertThat(results)
        .filteredOn(result -> !(result instanceof OrderGroupView))
        .hasOnlyElementsOfType(CannotPayAgain.class);
    assertThat(gateway.effects() - before).isEqualTo(1);
    assertThat(Market.stockOf(lamp)).isEqualTo(7);
  }

  @Test
  void aFormerAttemptThatComesThroughAllTheSameIsGivenBack() {
    OrderGroupView waiting = checkout.pay(Market.basket(Market.article(1000, 1)).pay("pending"));
    UUID first = waiting.payments().get(0).id();
    UUID second = Ids.next();
    // as when a gateway gave a charge up and then took the money all the same: kept open here
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "insert into payment_transaction (id, payment_id, order_group_id, kind, gateway,"
                        + " amount_minor, currency, status, created_at) select ?, payment_id,"
                        + " order_group_id, kind, gateway, amount_minor, currency, 'PENDING',"
                        + " created_at from payment_transaction where id = ?",
                    second,
                    first));
    gateway.approve(first.toString());
    gateway.takeAnyway(second.toString(), waiting.totals().total());
    Settlement settlement = Marketplace.get(Settlement.class);
    for (UUID attempt : List.of(first, second)) {
      settlement.settle(attempt, gateway.find(attempt.toString()));
    }
    Sweeps.everything();

    assertThat(read(waiting).status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(captures(waiting)).isEqualTo(1);
    assertThat(read(waiting).payments())
        .filteredOn(payment -> payment.kind().equals("REFUND"))
        .extracting("amount")
        .containsExactly(waiting.totals().total());
    assertThat(Marketplace.asSystem(Marketplace.get(Books.class)::check).checks())
        .filteredOn(check -> !check.ok())
        .isEmpty();
  }

  private record Order(String number, String accessKey) {
    static Order of(OrderGroupView view) {
      return new Order(view.number(), view.accessKey());
    }
  }

  private Order declined(Basket basket) {
    PaymentDeclined no =
        catchThrowableOfType(PaymentDeclined.class, () -> checkout.pay(basket.pay("declined")));
    String number = String.valueOf(no.facts().get("orderGroup"));
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .find(
                    "select number, access_key from order_group where number = ?",
                    row -> new Order(row.text("number"), row.text("access_key")),
                    number)
                .orElseThrow());
  }

  private OrderGroupView again(Order order, String token) {
    return payAgain.pay(
        new PayAgainRequest(
            order.number(), order.accessKey(), "fake", token, Map.of(), "/orders/x"));
  }

  private static OrderGroupView read(OrderGroupView order) {
    return Marketplace.as(
        Caller.SYSTEM, () -> Marketplace.get(Orders.class).get(order.number(), null));
  }

  private static long captures(OrderGroupView order) {
    return Market.count(
        "select count(distinct e.id) as n from journal_entry e join posting p on p.entry_id = e.id"
            + " where p.order_group_id = ? and e.template = 'capture'",
        order.id());
  }
}
