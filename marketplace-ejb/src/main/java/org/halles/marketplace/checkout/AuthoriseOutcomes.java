package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.order.OrderFates;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.payment.Authorisations;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;
import org.halles.spi.PaymentOutcome;

/**
 * What follows for an order when its money is held, to be taken later; part of the settling
 * transaction.
 */
@ApplicationScoped
class AuthoriseOutcomes {

  private OrderFates fates;
  private Bookkeeping books;
  private Authorisations authorisations;
  private ChargeOutcomes charges;
  private Timeline timeline;
  private Outbox outbox;

  protected AuthoriseOutcomes() {}

  @Inject
  AuthoriseOutcomes(
      OrderFates fates,
      Bookkeeping books,
      Authorisations authorisations,
      ChargeOutcomes charges,
      Timeline timeline,
      Outbox outbox) {
    this.fates = fates;
    this.books = books;
    this.authorisations = authorisations;
    this.charges = charges;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /** Says where the order stands then. */
  public Fate follow(
      PaymentTransaction held, LockedOrder order, PaymentOutcome outcome, Instant now) {
    if (!(outcome instanceof PaymentOutcome.Authorised authorised)) {
      return charges.withoutMoney(held, order, outcome, now);
    }
    boolean begun = order.status() != OrderGroupStatus.AWAITING_PAYMENT && !order.status().isDead();
    if (begun || order.status().isDead() && !fates.revive(order, now)) {
      authorisations.release(held, now); // nothing was taken, so nothing goes back
      return Fate.of(order.status());
    }
    return begin(held, order, authorised, now);
  }

  private Fate begin(
      PaymentTransaction held, LockedOrder order, PaymentOutcome.Authorised answer, Instant now) {
    authorisations.held(held.id(), answer.until());
    books.authorised(held, authorisations.parts(held), now);
    OrderFates.PaidParts parts = fates.authorised(order, now);
    boolean cash = held.gateway().equals(CashGateway.ID);
    if (cash) {
      timeline.add(order.id(), null, Timeline.CASH_AGREED, now, Map.of());
    } else {
      timeline.add(order.id(), null, Timeline.AUTHORISED, now, Timeline.until(answer.until()));
    }
    if (parts.begin() == VendorOrderStatus.IN_REVIEW) {
      timeline.add(order.id(), null, Timeline.HELD, now, Map.of());
      outbox.add(new DomainEvent.OrderHeld(order.id(), order.number(), order.total(), now));
    } else {
      outbox.add(
          new DomainEvent.OrderAuthorised(
              order.id(),
              order.number(),
              order.email(),
              order.language(),
              order.total(),
              parts.parts(),
              cash ? null : answer.until(),
              now));
    }
    return new Fate(OrderGroupStatus.AUTHORISED, parts.begin());
  }
}
