package org.halles.marketplace.payment;

/** When the money of a purchase is taken; the earliest comes first. */
public enum CaptureMoment {
  /** At once. */
  CHECKOUT,
  /** It is held until no part waits for its vendor's acceptance any more. */
  ACCEPTANCE,
  /** It is held until the first parcel leaves. */
  SHIPMENT
}
