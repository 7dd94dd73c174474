package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.credit.SoldCardView;
import org.halles.marketplace.credit.SoldCards;
import org.halles.marketplace.order.FrozenLeg;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;

/** What follows when a gift card is paid; part of the settling transaction. */
@ApplicationScoped
class GiftCardsPaid {

  private SoldCards cards;
  private Outbox outbox;

  protected GiftCardsPaid() {}

  @Inject
  GiftCardsPaid(SoldCards cards, Outbox outbox) {
    this.cards = cards;
    this.outbox = outbox;
  }

  static boolean isOne(List<FrozenLeg> legs) {
    return legs.stream().anyMatch(leg -> leg.kind() == Allocation.Kind.STORE_CREDIT);
  }

  /**
   * The card is made, and its code is sent now or on its day.
   *
   * @return false if a person is to look at the purchase first
   */
  boolean issue(LockedOrder order, Instant now) {
    Optional<Instant> due = cards.issue(order.id(), now);
    due.ifPresent(at -> tell(order, at, now));
    return due.isPresent();
  }

  private void tell(LockedOrder order, Instant due, Instant now) {
    SoldCardView card = cards.view(order.id()).orElseThrow();
    outbox.add(
        new DomainEvent.GiftCardBought(
            order.id(),
            order.number(),
            order.email(),
            order.language(),
            order.total(),
            card.recipient(),
            due,
            now));
  }
}
