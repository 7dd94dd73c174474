package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.order.CartAlreadyOrdered;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.QuoteChanged;
import org.halles.marketplace.shared.RoundTrips;
import org.halles.marketplace.testing.Connections;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Orders orders = Marketplace.get(Orders.class);

  @Test
  void aPaidCartBecomesOneOrderOfEachVendor() {
    Article bread = Market.article(1000, 5);
    Article lamp = Market.article(2500, 5);

    OrderGroupView order = checkout.pay(Market.basket(bread, lamp).pay("approved"));

    assertThat(order.status()).isEqualTo(OrderGroupStatus.PAID);
    assertThat(order.totals().total()).isEqualTo(Money.of(1000 + 2500 + 2 * 400, "EUR"));
    assertThat(order.vendorOrders()).hasSize(2);
    assertThat(Market.stockOf(bread)).isEqualTo(4);
    assertThat(order.number()).matches("H-[0-9A-Z]{4}-[0-9A-Z]{4}");
  }

  @Test
  void whatIsAnsweredIsWhatIsReadLater() {
    OrderGroupView answered = checkout.pay(Market.basket(Market.article(1999, 1)).pay("approved"));

    OrderGroupView read = orders.get(answered.number(), answered.accessKey());

    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("vendorOrders.vendor")
        .isEqualTo(answered);
  }

  @Test
  void aDeclinedPaymentKeepsTheCartAndTheGoods() {
    Article lamp = Market.article(1000, 1);
    Basket basket = Market.basket(lamp);

    assertThatThrownBy(() -> checkout.pay(basket.pay("declined")))
        .isInstanceOf(PaymentDeclined.class)
        .hasMessageContaining("The bank declined the payment");

    assertThat(Market.stockOf(lamp)).isEqualTo(1);
    assertThat(
            Market.count(
                "select count(*) as n from cart where id = ? and status = 'OPEN'", basket.cart()))
        .isEqualTo(1);
    assertThat(checkout.pay(Market.again(basket, lamp).pay("approved")).status())
        .isEqualTo(OrderGroupStatus.PAID);
  }

  @Test
  void aCartThatWasOrderedNamesItsOrder() {
    Basket basket = Market.basket(Market.article(1000, 9));
    OrderGroupView first = checkout.pay(basket.pay("approved"));

    assertThatThrownBy(() -> checkout.pay(basket.pay("approved")))
        .isInstanceOf(CartAlreadyOrdered.class)
        .hasMessageContaining(first.number());
  }

  @Test
  void aPriceThatChangedIsSaidAndNothingIsOrdered() {
    Article lamp = Market.article(1000, 1);
    Basket basket = Market.basket(lamp);
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update offer set price_minor = 1100, version = 1 where id = ?", lamp.offer()));

    assertThatThrownBy(() -> checkout.pay(basket.pay("approved")))
        .isInstanceOfSatisfying(
            QuoteChanged.class,
            changed ->
                assertThat(changed.changes())
                    .singleElement()
                    .satisfies(
                        change -> {
                          assertThat(change.field()).isEqualTo("price");
                          assertThat(change.old()).isEqualTo(Money.of(1000, "EUR"));
                          assertThat(change.now()).isEqualTo(Money.of(1100, "EUR"));
                        }));
    assertThat(
            Market.count("select count(*) as n from order_group where cart_id = ?", basket.cart()))
        .isZero();
  }

  @Test
  void anExpectedTotalThatNoLongerHoldsIsRefused() {
    Basket basket = Market.basket(Market.article(1000, 1));
    CheckoutRequest seenCheaper =
        new CheckoutRequest(
            basket.cart(),
            Money.of(1399, "EUR"),
            "fake",
            "approved",
            Map.of(),
            "",
            Optional.empty());

    assertThatThrownBy(() -> checkout.pay(seenCheaper))
        .isInstanceOfSatisfying(
            QuoteChanged.class,
            changed -> assertThat(changed.changes().get(0).field()).isEqualTo("total"));
  }

  @Test
  void aPriceByQuantityThatChangedMeanwhileIsShownAgain() {
    Article box = Market.article(1000, 50).times(10);
    Basket basket = Market.basket(box);
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update offer set price_breaks = ?::jsonb where id = ?",
                    "[{\"from\": 10, \"minor\": 900}]",
                    box.offer()));

    assertThatThrownBy(() -> checkout.pay(basket.pay("approved")))
        .isInstanceOfSatisfying(
            QuoteChanged.class,
            changed -> {
              assertThat(changed.changes().get(0).field()).isEqualTo("price");
              assertThat(changed.changes().get(0).now()).isEqualTo(Money.of(900, "EUR"));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 50})
  void theDatabaseIsVisitedAtMostTwentyFiveTimesWhateverTheCartsSize(int lines) {
    List<Article> articles = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      articles.add(
          line < 3
              ? Market.article(1000 + line, 10)
              : Market.another(articles.get(line % 3), 1000 + line, 10));
    }
    Basket basket = Market.basket(articles.toArray(Article[]::new));

    int before = Connections.tripsOfThisThread();
    RoundTrips.start();
    checkout.pay(basket.pay("approved"));
    int said = RoundTrips.stop();
    int counted = Connections.tripsOfThisThread() - before;

    System.out.println("round trips of a checkout of " + lines + " lines: " + counted);
    assertThat(counted).isEqualTo(said).isLessThanOrEqualTo(25);
  }
}
