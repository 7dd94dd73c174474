package org.halles.marketplace.vendor;

import java.util.Objects;
import java.util.UUID;

/**
 * The proof that the caller may act for one vendor. Only {@link Memberships} makes it, from a
 * checked membership; every use case on a vendor's own things takes one and filters by it.
 */
public final class VendorScope {

  private final UUID vendorId;
  private final String slug;

  VendorScope(UUID vendorId, String slug) {
    this.vendorId = Objects.requireNonNull(vendorId);
    this.slug = Objects.requireNonNull(slug);
  }

  /** The vendor acted for. */
  public UUID vendorId() {
    return vendorId;
  }

  /** Its name in URLs. */
  public String slug() {
    return slug;
  }
}
