package org.halles.marketplace.order;

/** Where one vendor's part of a purchase stands. */
public enum VendorOrderStatus {
  AWAITING_PAYMENT,
  /** Paid, and a person looks at it before the vendor may begin. */
  IN_REVIEW,
  TO_ACCEPT,
  TO_SHIP,
  PARTLY_SHIPPED,
  SHIPPED,
  DELIVERED,
  CLOSED,
  REFUSED,
  CANCELLED
}
