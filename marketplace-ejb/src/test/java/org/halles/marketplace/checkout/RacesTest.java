package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.halles.marketplace.order.CartAlreadyOrdered;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.QuoteChanged;
import org.halles.marketplace.shared.Idempotency;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.junit.jupiter.api.Test;

/** Real threads on a real PostgreSQL. */
class RacesTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final FakeGateway gateway = OneGateway.fake();

  @Test
  void fiftyBuyersOfTheLastUnitMakeOneOrderAndFortyNineRefusals() throws Exception {
    Article last = Market.article(1000, 1);
    List<Basket> baskets = IntStream.range(0, 50).mapToObj(buyer -> Market.basket(last)).toList();

    List<Object> results =
        Together.run(
            baskets.stream()
                .map(basket -> (Callable<Object>) () -> checkout.pay(basket.pay("approved")))
                .toList());

    assertThat(results).filteredOn(OrderGroupView.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(QuoteChanged.class::isInstance)
        .hasSize(49)
        .allSatisfy(
            refusal ->
                assertThat(((QuoteChanged) refusal).changes().get(0).field()).isEqualTo("stock"));
    assertThat(Market.stockOf(last)).isZero();
  }

  @Test
  void twoTabsWithTwoKeysMakeOneOrderAndOneCharge() throws Exception {
    Basket basket = Market.basket(Market.article(1000, 10));
    int before = gateway.effects();

    List<Object> results =
        Together.run(
            IntStream.range(0, 8)
                .mapToObj(tab -> (Callable<Object>) () -> checkout.pay(basket.pay("approved")))
                .toList());

    assertThat(results).filteredOn(OrderGroupView.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(CartAlreadyOrdered.class::isInstance).hasSize(7);
    assertThat(gateway.effects() - before).isEqualTo(1);
  }

  @Test
  void buyersOfTheSameThingsInAnyOrderNeverBlockEachOther() throws Exception {
    Article bread = Market.article(100, 1000);
    Article lamp = Market.article(200, 1000);
    List<Callable<Object>> buyers = new ArrayList<>();
    for (int buyer = 0; buyer < 40; buyer++) {
      Basket basket = buyer % 2 == 0 ? Market.basket(bread, lamp) : Market.basket(lamp, bread);
      buyers.add(() -> checkout.pay(basket.pay("approved")));
    }

    List<Object> results = Together.run(buyers);

    assertThat(results).hasOnlyElementsOfType(OrderGroupView.class);
    assertThat(Market.stockOf(bread)).isEqualTo(960);
    assertThat(Market.stockOf(lamp)).isEqualTo(960);
  }

  @Test
  void browserAndWebhookSettleOnce() throws Exception {
    OrderGroupView order = checkout.pay(Market.basket(Market.article(1000, 1)).pay("pending"));
    String key = order.payments().get(0).id().toString();
    gateway.approve(key);
    Settlement settlement = Marketplace.get(Settlement.class);
    GatewayMessages messages = Marketplace.get(GatewayMessages.class);
    List<Callable<Object>> news = new ArrayList<>();
    for (int time = 0; time < 10; time++) {
      byte[] body = ("event-" + key + "-" + time % 2 + " " + key).getBytes("UTF-8");
      news.add(() -> settlement.settle(order.payments().get(0).id(), gateway.find(key)));
      news.add(() -> messages.receive("fake", body, Map.of("signature", "right")));
    }

    List<Object> results = Together.run(news);

    assertThat(results).noneMatch(Throwable.class::isInstance);
    assertThat(
            Market.count(
                "select count(distinct entry_id) as n from posting where order_group_id = ?",
                order.id()))
        .isEqualTo(2);
  }

  @Test
  void oneKeyIsUsedByOneRequestAtATime() throws Exception {
    Idempotency idempotency = Marketplace.get(Idempotency.class);
    byte[] hash = Idempotency.hash("same");
    String scope = "cart:" + UUID.randomUUID();

    List<Object> results =
        Together.run(
            IntStream.range(0, 16)
                .mapToObj(i -> (Callable<Object>) () -> idempotency.begin(scope, "key", hash))
                .toList());

    assertThat(results).hasOnlyElementsOfTypes(Idempotency.Begun.class, Idempotency.KeyInUse.class);
    assertThat(results).filteredOn(Idempotency.Begun.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(Idempotency.KeyInUse.class::isInstance).hasSize(15);
  }
}
