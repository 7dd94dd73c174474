package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.credit.StoreCredits;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Transactions;
import org.halles.spi.PaymentOutcome;
import org.jboss.logging.Logger;

/** What follows from the outcome of money going back; part of the settling transaction. */
@ApplicationScoped
class RefundOutcomes {

  private static final Logger LOG = Logger.getLogger(RefundOutcomes.class);

  private Bookkeeping books;
  private CashBooks cash;
  private StoreCredits credits;
  private Timeline timeline;
  private Event<RefundSettled> settled;

  protected RefundOutcomes() {}

  @Inject
  RefundOutcomes(
      Bookkeeping books,
      CashBooks cash,
      StoreCredits credits,
      Timeline timeline,
      Event<RefundSettled> settled) {
    this.cash = cash;
    this.books = books;
    this.credits = credits;
    this.timeline = timeline;
    this.settled = settled;
  }

  /** The order stands where it stood. */
  public OrderGroupStatus follow(
      PaymentTransaction refund, LockedOrder order, PaymentOutcome outcome, Instant now) {
    if (outcome instanceof PaymentOutcome.Approved) {
      books.refunded(refund, now);
      if (refund.gateway().equals(CashGateway.ID)) {
        cash.returned(refund, now);
      }
      if (refund.gateway().equals(Transactions.STORE_CREDIT)) {
        credits.giveBack(refund.paymentId(), refund.amount(), order.id(), now);
      }
      timeline.addSent(
          order.id(), refund.id(), Timeline.MONEY_RETURNED, now, Map.of("amount", refund.amount()));
      settled.fire(new RefundSettled(refund, true, now));
    } else if (outcome instanceof PaymentOutcome.Declined declined) {
      // what was taken for it goes back by whoever took it; what nobody did stays on
      // refund_in_flight, where a person will find it
      LOG.errorf(
          "gateway %s refused to give %s of order %s back: %s %s",
          refund.gateway(), refund.amount(), order.number(), declined.code(), declined.message());
      timeline.addSent(
          order.id(), refund.id(), Timeline.RETURN_FAILED, now, Map.of("reason", declined.code()));
      settled.fire(new RefundSettled(refund, false, now));
    }
    return order.status();
  }
}
