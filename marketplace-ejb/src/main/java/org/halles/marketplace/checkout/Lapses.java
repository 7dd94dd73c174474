package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.order.OrderFates;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.UntakenParts;
import org.halles.marketplace.payment.Authorisations;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;

/**
 * Ends what money was held for and will not be taken; part of the caller's transaction, on an order
 * it has locked.
 */
@ApplicationScoped
class Lapses {

  private UntakenParts parts;
  private Authorisations authorisations;
  private OrderFates fates;
  private ChargeOutcomes charges;
  private Bookkeeping books;
  private Timeline timeline;
  private Outbox outbox;

  protected Lapses() {}

  @Inject
  Lapses(
      UntakenParts parts,
      Authorisations authorisations,
      OrderFates fates,
      ChargeOutcomes charges,
      Bookkeeping books,
      Timeline timeline,
      Outbox outbox) {
    this.parts = parts;
    this.authorisations = authorisations;
    this.fates = fates;
    this.charges = charges;
    this.books = books;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /** The gateway holds it no more, or will not give it: everything that stands is cancelled. */
  public void end(LockedOrder order, PaymentTransaction held, Instant now) {
    List<DomainEvent.VendorPart> standing = parts.standing(order.id());
    parts.over(order.id(), now);
    parts.end(order.id(), standing.stream().map(part -> part.vendorOrderId()).toList(), false);
    timeline.add(order.id(), null, Timeline.AUTHORISATION_LAPSED, now, Map.of());
    outbox.add(new DomainEvent.AuthorisationLapsed(order.id(), order.number(), standing, now));
    letGo(held, now, "what was held lapsed");
  }

  /** Parts end before their money was taken; with the last one the hold is given up. */
  public void end(
      UUID order, List<UUID> ending, boolean refused, PaymentTransaction held, Instant now) {
    boolean last =
        parts.standing(order).stream().allMatch(part -> ending.contains(part.vendorOrderId()));
    if (last) { // coupons before goods, as every checkout locks them
      parts.over(order, now);
    }
    parts.end(order, ending, refused);
    if (last) {
      letGo(held, now, "nothing of the purchase is left");
    } else if (authorisations.standing(held).isZero()) {
      nothingToTake(fates.lock(order), held, now);
    }
  }

  /** What still stands costs nothing: it goes on without any money, and the hold is given up. */
  public void nothingToTake(LockedOrder order, PaymentTransaction held, Instant now) {
    letGo(held, now, "what is left of the purchase costs nothing");
    charges.given(order, !parts.areInReview(order.id()), now);
  }

  private void letGo(PaymentTransaction held, Instant now, String why) {
    books.holdEnded(held, now, why);
    authorisations.release(held, now);
  }
}
