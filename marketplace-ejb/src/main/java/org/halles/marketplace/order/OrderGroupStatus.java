package org.halles.marketplace.order;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a whole purchase stands. */
public enum OrderGroupStatus {
  AWAITING_PAYMENT,
  /** The money is held, and taken later; the vendors may begin. */
  AUTHORISED,
  PAID,
  PARTLY_SHIPPED,
  SHIPPED,
  DELIVERED,
  CLOSED,
  PAYMENT_FAILED,
  EXPIRED,
  CANCELLED;

  /** True if money never came and the cart may be ordered again. */
  public boolean isDead() {
    return this == PAYMENT_FAILED || this == EXPIRED || this == CANCELLED;
  }

  /**
   * Where a paid purchase stands, from where its vendors' parts stand; parts that were cancelled or
   * refused do not hold the others up.
   */
  public static OrderGroupStatus of(Collection<VendorOrderStatus> parts) {
    Set<VendorOrderStatus> arrived =
        EnumSet.of(VendorOrderStatus.DELIVERED, VendorOrderStatus.CLOSED);
    Set<VendorOrderStatus> left = EnumSet.of(VendorOrderStatus.SHIPPED);
    left.addAll(arrived);
    List<VendorOrderStatus> counting =
        parts.stream()
            .filter(part -> part != VendorOrderStatus.CANCELLED)
            .filter(part -> part != VendorOrderStatus.REFUSED)
            .toList();
    if (counting.isEmpty()) {
      return CANCELLED;
    }
    if (counting.stream().allMatch(VendorOrderStatus.CLOSED::equals)) {
      return CLOSED;
    }
    if (arrived.containsAll(counting)) {
      return DELIVERED;
    }
    if (left.containsAll(counting)) {
      return SHIPPED;
    }
    left.add(VendorOrderStatus.PARTLY_SHIPPED);
    return counting.stream().anyMatch(left::contains) ? PARTLY_SHIPPED : PAID;
  }
}
