package org.halles.marketplace.order;

/** Where a whole purchase stands. */
public enum OrderGroupStatus {
  AWAITING_PAYMENT,
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
}
