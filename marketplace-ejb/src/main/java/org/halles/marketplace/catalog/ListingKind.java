package org.halles.marketplace.catalog;

/** What a listing is about. */
public enum ListingKind {
  /** A thing that is shipped. */
  GOODS,
  /** Work done for the buyer. */
  SERVICE,
  /** A file or a code. */
  DIGITAL,
  /** Something somebody looks for. */
  REQUEST;

  /** True if buying it makes a parcel. */
  public boolean isShipped() {
    return this == GOODS;
  }
}
