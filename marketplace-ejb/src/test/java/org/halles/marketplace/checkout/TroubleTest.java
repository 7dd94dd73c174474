package org.halles.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.order.Assessment;
import org.halles.marketplace.order.OpenedOrder;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Ordering;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.FakeGateway;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.PaymentOutcome;
import org.junit.jupiter.api.Test;

class TroubleTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Ordering ordering = Marketplace.get(Ordering.class);
  private final Unsettled unsettled = Marketplace.get(Unsettled.class);
  private final UnsettledSweeper sweeper = Marketplace.get(UnsettledSweeper.class);
  private final Orders orders = Marketplace.get(Orders.class);
  private final PlatformClock clock = Marketplace.get(PlatformClock.class);
  private final FakeGateway gateway = OneGateway.fake();

  @Test
  void aChargeWhoseAnswerWasLostIsFoundAndPaidOnce() throws Exception {
    int before = gateway.effects();
    OrderGroupView waiting =
        checkout.pay(Market.basket(Market.article(1000, 1)).pay("lost-answer"));
    assertThat(waiting.status()).isEqualTo(OrderGroupStatus.AWAITING_PAYMENT);

    sweepAfterSeconds(3);

    assertThat(statusOf(waiting)).isEqualTo(OrderGroupStatus.PAID);
    assertThat(gateway.effects() - before).isEqualTo(1);
  }

  @Test
  void aChargeThatNeverArrivedFailsAndOpensTheCartAgain() throws Exception {
    Article lamp = Market.article(1000, 1);
    Basket basket = Market.basket(lamp);
    OrderGroupView waiting = checkout.pay(basket.pay("lost-request"));

    sweepAfterSeconds(3);

    assertThat(statusOf(waiting)).isEqualTo(OrderGroupStatus.PAYMENT_FAILED);
    assertThat(Market.stockOf(lamp)).isEqualTo(1);
    assertThat(checkout.pay(Market.again(basket, lamp).pay("approved")).status())
        .isEqualTo(OrderGroupStatus.PAID);
  }

  @Test
  void anIntentLeftByACrashBeforeTheChargeIsResolved() throws Exception {
    Article lamp = Market.article(1000, 1);
    OpenedOrder left =
        ordering.open(Market.basket(lamp).quote(), null, "fake", false, Assessment.NONE);

    sweepAfterSeconds(21);

    assertThat(statusOf(left.view())).isEqualTo(OrderGroupStatus.PAYMENT_FAILED);
    assertThat(Market.stockOf(lamp)).isEqualTo(1);
  }

  @Test
  void aReservationThatRanOutReleasesTheGoodsOnce() throws Exception {
    Article lamp = Market.article(1000, 3);
    OpenedOrder left =
        ordering.open(Market.basket(lamp).quote(), null, "fake", false, Assessment.NONE);

    expireAfterMinutes(16);
    expireAfterMinutes(17);

    assertThat(statusOf(left.view())).isEqualTo(OrderGroupStatus.EXPIRED);
    assertThat(Market.stockOf(lamp)).isEqualTo(3);
  }

  @Test
  void aPaymentUnderWayKeepsItsGoodsLonger() throws Exception {
    OrderGroupView waiting = checkout.pay(Market.basket(Market.article(1000, 1)).pay("pending"));

    expireAfterMinutes(16);

    assertThat(statusOf(waiting)).isEqualTo(OrderGroupStatus.AWAITING_PAYMENT);
  }

  @Test
  void aSuccessAfterTheEndTakesTheGoodsAgainIfTheyAreThere() throws Exception {
    Article lamp = Market.article(1000, 1);
    OrderGroupView waiting = checkout.pay(Market.basket(lamp).pay("pending"));
    expireAfterMinutes(25 * 60);
    assertThat(statusOf(waiting)).isEqualTo(OrderGroupStatus.EXPIRED);

    gateway.approve(transactionOf(waiting));
    sweepAfterSeconds(26 * 3600);

    assertThat(statusOf(waiting)).isEqualTo(OrderGroupStatus.PAID);
    assertThat(Market.stockOf(lamp)).isZero();
  }

  @Test
  void aSuccessForGoodsThatAreGoneIsGivenBack() throws Exception {
    Article lamp = Market.article(1000, 1);
    OrderGroupView waiting = checkout.pay(Market.basket(lamp).pay("pending"));
    expireAfterMinutes(25 * 60);
    checkout.pay(Market.basket(lamp).pay("approved"));

    gateway.approve(transactionOf(waiting));
    sweepAfterSeconds(26 * 3600);
    sweepAfterSeconds(26 * 3600 + 5);

    OrderGroupView after = read(waiting);
    assertThat(after.status()).isEqualTo(OrderGroupStatus.EXPIRED);
    assertThat(after.payments())
        .anySatisfy(
            payment -> {
              assertThat(payment.kind()).isEqualTo("REFUND");
              assertThat(payment.status()).isEqualTo("SUCCEEDED");
              assertThat(payment.amount()).isEqualTo(waiting.totals().total());
            });
    assertThat(after.timeline())
        .extracting("type")
        .contains("late-payment-returned", "money-returned");
    assertThat(inFlight(waiting)).isZero();
    assertThat(Market.stockOf(lamp)).isZero();
  }

  @Test
  void newsThatComesAgainChangesNothing() {
    OrderGroupView paid = checkout.pay(Market.basket(Market.article(1000, 2)).pay("approved"));
    long entries = entriesOf(paid);

    Settlement settlement = Marketplace.get(Settlement.class);
    UUID transaction = paid.payments().get(0).id();
    settlement.settle(transaction, gateway.find(transaction.toString()));
    settlement.settle(transaction, new PaymentOutcome.Declined("card-declined", "No."));
    settlement.settle(transaction, new PaymentOutcome.Unknown("?"));

    assertThat(statusOf(paid)).isEqualTo(OrderGroupStatus.PAID);
    assertThat(entriesOf(paid)).isEqualTo(entries).isEqualTo(2);
  }

  @Test
  void aStrangerWithoutTheKeyFindsNoOrder() {
    OrderGroupView paid = checkout.pay(Market.basket(Market.article(1000, 2)).pay("approved"));

    assertThatThrownBy(() -> orders.get(paid.number(), "guessed")).hasMessageContaining("no order");
  }

  private void sweepAfterSeconds(long seconds) throws Exception {
    clock.at(
        Instant.now().plusSeconds(seconds),
        () -> {
          while (sweeper.sweep() > 0) {
            // until nothing is due at that moment
          }
          return null;
        });
  }

  private void expireAfterMinutes(long minutes) throws Exception {
    Instant then = Instant.now().plus(minutes, ChronoUnit.MINUTES);
    clock.at(
        then,
        () ->
            Marketplace.asSystem(
                () -> {
                  while (unsettled.expire(100) > 0) {
                    // all that ran out by then
                  }
                  return null;
                }));
  }

  private OrderGroupView read(OrderGroupView order) {
    return Marketplace.as(Caller.SYSTEM, () -> orders.get(order.number(), null));
  }

  private OrderGroupStatus statusOf(OrderGroupView order) {
    return read(order).status();
  }

  private static String transactionOf(OrderGroupView order) {
    return order.payments().get(0).id().toString();
  }

  private static long inFlight(OrderGroupView order) {
    return Market.count(
        "select coalesce(sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end), 0)"
            + " as n from posting p join ledger_account a on a.id = p.account_id"
            + " where p.order_group_id = ? and a.address = 'refund_in_flight:fake'",
        order.id());
  }

  private static long entriesOf(OrderGroupView order) {
    return Market.count(
        "select count(distinct entry_id) as n from posting where order_group_id = ?", order.id());
  }
}
