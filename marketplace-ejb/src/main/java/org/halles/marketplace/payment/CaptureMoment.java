package org.halles.marketplace.payment;

import java.util.List;

/** When the money of a purchase is taken; the earliest comes first. */
public enum CaptureMoment {
  /** At once. */
  CHECKOUT,
  /** It is held until no part waits for its vendor's acceptance any more. */
  ACCEPTANCE,
  /** It is held until the first parcel leaves. */
  SHIPMENT,
  /** Nobody holds it: the buyer pays at the door. No terms choose this, the way to pay does. */
  COLLECTION;

  /** What an operator may choose. */
  public static List<CaptureMoment> choices() {
    return List.of(CHECKOUT, ACCEPTANCE, SHIPMENT);
  }
}
