package org.halles.marketplace.refund;

import java.util.UUID;
import org.halles.marketplace.order.FrozenLeg;
import org.halles.marketplace.pricing.Allocation;
import org.halles.spi.Money;

/**
 * One frozen leg and how much of it went back so far.
 *
 * @param id of the allocation line
 */
record Leg(
    long id, UUID vendorOrderId, String party, Allocation.Kind kind, Money amount, Money refunded) {

  /** What the platform gave is no share: it goes the other way. */
  boolean isGift() {
    return kind == Allocation.Kind.PLATFORM_PROMOTION;
  }

  boolean isVendors() {
    return kind == Allocation.Kind.VENDOR_NET;
  }

  boolean isAffiliates() {
    return kind == Allocation.Kind.AFFILIATE;
  }

  boolean isGiftCard() {
    return kind == Allocation.Kind.STORE_CREDIT;
  }

  /** As it is booked, with what goes back of it now. */
  FrozenLeg booked(Money back) {
    return new FrozenLeg(vendorOrderId, party, kind, back);
  }
}
