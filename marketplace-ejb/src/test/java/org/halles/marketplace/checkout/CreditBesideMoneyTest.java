package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.credit.Expiry;
import org.halles.marketplace.credit.IssuedCard;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.refund.CannotRefund;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.testing.Credits;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lamp of 10.00 with 4.00 shipping: a card pays 5.00 of it, a gateway 9.00. */
class CreditBesideMoneyTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Refunding refunding = Marketplace.get(Refunding.class);
  private final FakeGateway gateway = OneGateway.fake();
  private final Article lamp = Market.article(1000, 100);
  private final IssuedCard five = Credits.card(500);

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void aCardThatRunsOutWhileAnOrderHoldsItPaysAllTheSame() {
    OrderGroupView order = buy("pending");
    UUID charge = order.payments().get(0).id();
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update store_credit set expires_at = now() - interval '1 day' where id = ?",
                    five.card().id()));
    Marketplace.asSystem(
        () -> {
          Marketplace.get(Expiry.class).expire(five.card().id());
          return null;
        });

    gateway.approve(charge.toString());
    Settled paid =
        Marketplace.get(Settlement.class).settle(charge, gateway.find(charge.toString()));

    assertThat(paid.order()).isEqualTo(OrderGroupStatus.PAID);
    giveBack(order, 1400);
    Sweeps.everything();
    assertThat(Credits.left(five)).isEqualTo(500);
  }

  @Test
  void ofWhatABankTookBackTheCreditIsLeftToGiveBack() {
    OrderGroupView order = buy("approved");
    String charge = order.payments().get(0).id().toString();
    String reference = gateway.chargeBack(charge, eur(900));
    byte[] news =
        ("evt-" + reference + " " + reference + " chargeback.news")
            .getBytes(StandardCharsets.UTF_8);
    Marketplace.get(GatewayMessages.class).receive("fake", news, Map.of("signature", "right"));

    giveBack(order, 500);
    Sweeps.everything();

    assertThat(Credits.left(five)).isEqualTo(500);
    assertThatThrownBy(() -> giveBack(order, 1))
        .isInstanceOf(CannotRefund.class)
        .hasMessageContaining("0.00 EUR");
  }

  private OrderGroupView buy(String token) {
    return checkout.pay(Credits.with(five, Market.basket(lamp), lamp).pay(token));
  }

  private void giveBack(OrderGroupView order, long minor) {
    RefundRequest some = new RefundRequest(List.of(), false, eur(minor), "Broken");
    Marketplace.asSystem(() -> refunding.byOperator(order.number(), null, some));
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
