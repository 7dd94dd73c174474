package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who may act for which vendor. */
@ApplicationScoped
public class Memberships {

  /** The caller's scope: the vendor named by slug, or its only one where slug is null. */
  public VendorScope scopeOf(String slug) {
    throw new UnsupportedOperationException("being written");
  }

  public List<VendorCard> of(UUID accountId) {
    throw new UnsupportedOperationException("being written");
  }
}
