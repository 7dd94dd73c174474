package org.halles.marketplace.vendor;

/** What the law calls a seller; decides what its storefront must say about it. */
public enum VendorKind {
  /** A trader. */
  PROFESSIONAL,
  /** Somebody who sells now and then. */
  PRIVATE
}
