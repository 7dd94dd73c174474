package org.halles.marketplace.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.credit.IssuedCard;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Credits;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lamp of 14.00, of which a gift card paid 5.00, and a gateway that will not give its 9.00. */
class RefusedWithCreditTest {

  private static final LocalDate DAY = LocalDate.of(2020, 1, 2);

  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final RefusedRefunds refused = Marketplace.get(RefusedRefunds.class);
  private final Article lamp = Market.article(1000, 30);
  private final IssuedCard card = Credits.card(500);
  private final OrderGroupView order =
      Marketplace.get(Checkout.class)
          .pay(Credits.with(card, Market.basket(lamp), lamp).pay("approved"));

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void whatWasToFollowTheRefusedPartIsNoRefusalOfItsOwn() {
    refuseAll();

    assertThat(open(order)).singleElement().extracting(RefusedRefund::amount).isEqualTo(eur(900));
    UUID follower = transaction("store-credit");
    assertThatThrownBy(() -> Marketplace.asSystem(() -> refused.retry(follower)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> sentByBank(follower)).isInstanceOf(NotFound.class);

    retry(order);
    assertThat(Credits.left(card)).isEqualTo(500);
    assertThat(returned(order))
        .containsExactly(
            "fake 900 FAILED",
            "fake 900 SUCCEEDED",
            "store-credit 500 FAILED",
            "store-credit 500 SUCCEEDED");
  }

  @Test
  void sentByBankTheRestFollowsAsCredit() {
    refuseAll();

    sentByBank(open(order).get(0).id());
    Sweeps.everything();

    assertThat(Credits.left(card)).isEqualTo(500);
    assertThat(open(order)).isEmpty();
  }

  @Test
  void whereTheMoneyWentBackMeanwhileTheCreditGoesBackToItsCard() {
    IssuedCard most = Credits.card(1400); // and 10.00 at the gateway
    OrderGroupView two = twoLamps(most);
    OneGateway.fake().refuseNextRefund();
    giveOneBack(two);
    giveOneBack(two);

    assertThatThrownBy(() -> sentByBank(open(two).get(0).id()))
        .isInstanceOf(CannotRetry.class)
        .hasMessageContaining("nothing is money");
    retry(two);

    assertThat(Credits.left(most)).isEqualTo(1000);
    assertThat(returned(two))
        .containsExactly("fake 1000 FAILED", "fake 1000 SUCCEEDED", "store-credit 1000 SUCCEEDED");
  }

  @Test
  void whereSomeOfTheMoneyWentBackMeanwhileNoMoreThanTheRestIsMoney() {
    IssuedCard some = Credits.card(1000); // and 14.00 at the gateway
    OrderGroupView two = twoLamps(some);
    OneGateway.fake().refuseNextRefund();
    giveOneBack(two);
    giveOneBack(two);

    assertThatThrownBy(() -> sentByBank(open(two).get(0).id()))
        .isInstanceOf(CannotRetry.class)
        .hasMessageContaining("only 4.00 EUR");
    assertThat(open(two)).hasSize(1);
    retry(two);

    assertThat(Credits.left(some)).isEqualTo(600);
    assertThat(returned(two))
        .containsExactly(
            "fake 400 SUCCEEDED",
            "fake 1000 FAILED",
            "fake 1000 SUCCEEDED",
            "store-credit 600 SUCCEEDED");
  }

  private OrderGroupView twoLamps(IssuedCard with) {
    return Marketplace.get(Checkout.class)
        .pay(Credits.with(with, Market.basket(lamp.times(2)), lamp.times(2)).pay("approved"));
  }

  private void giveOneBack(OrderGroupView two) {
    UUID line = two.vendorOrders().get(0).lines().get(0).id();
    RefundRequest wanted =
        new RefundRequest(List.of(new RefundRequest.Part(line, 1)), false, null, "Chipped");
    Marketplace.asSystem(() -> refunding.byOperator(two.number(), null, wanted));
    Sweeps.everything();
  }

  private void refuseAll() {
    OneGateway.fake().refuseNextRefund();
    RefundRequest wanted = new RefundRequest(List.of(), false, eur(1400), "Broken");
    Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, wanted));
    Sweeps.everything();
  }

  private void retry(OrderGroupView of) {
    Marketplace.asSystem(() -> refused.retry(open(of).get(0).id()));
    Sweeps.everything();
  }

  private void sentByBank(UUID id) {
    Marketplace.asSystem(() -> refused.transferred(id, DAY, "LINE-" + id));
  }

  private List<RefusedRefund> open(OrderGroupView of) {
    return Marketplace.asSystem(() -> refused.list(new Paging(100, null))).items().stream()
        .filter(one -> one.orderGroup().equals(of.number()))
        .toList();
  }

  private UUID transaction(String gateway) {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .find(
                    "select id from payment_transaction"
                        + " where order_group_id = ? and kind = 'REFUND' and gateway = ?",
                    row -> row.uuid("id"),
                    order.id(),
                    gateway)
                .orElseThrow());
  }

  private List<String> returned(OrderGroupView of) {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .list(
                    "select gateway || ' ' || amount_minor || ' ' || status as words"
                        + " from payment_transaction where order_group_id = ? and kind = 'REFUND'"
                        + " order by gateway, amount_minor, status",
                    row -> row.text("words"),
                    of.id()));
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
