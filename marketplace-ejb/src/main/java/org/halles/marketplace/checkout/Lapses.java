package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.order.LockedOrder;
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
  private Bookkeeping books;
  private Timeline timeline;
  private Outbox outbox;

  protected Lapses() {}

  @Inject
  Lapses(
      UntakenParts parts,
      Authorisations authorisations,
      Bookkeeping books,
      Timeline timeline,
      Outbox outbox) {
    this.parts = parts;
    this.authorisations = authorisations;
    this.books = books;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /** The gateway holds it no more, or will not give it: everything that stands is cancelled. */
  public void end(LockedOrder order, PaymentTransaction held, Instant now) {
    List<DomainEvent.VendorPart> standing = parts.standing(order.id());
    standing.forEach(part -> parts.end(order.id(), part.vendorOrderId(), false));
    timeline.add(order.id(), null, Timeline.AUTHORISATION_LAPSED, now, Map.of());
    outbox.add(new DomainEvent.AuthorisationLapsed(order.id(), order.number(), standing, now));
    letGo(order.id(), held, now, "what was held lapsed");
  }

  /** One part ends before its money was taken; with the last one the hold is given up. */
  public void end(UUID order, UUID part, boolean refused, PaymentTransaction held, Instant now) {
    parts.end(order, part, refused);
    if (parts.standing(order).isEmpty()) {
      letGo(order, held, now, "nothing of the purchase is left");
    }
  }

  private void letGo(UUID order, PaymentTransaction held, Instant now, String why) {
    parts.over(order, now);
    books.holdEnded(held, now, why);
    authorisations.release(held, now);
  }
}
