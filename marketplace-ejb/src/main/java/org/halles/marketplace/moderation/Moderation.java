package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Moderators look at listings before buyers do. */
@ApplicationScoped
public class Moderation {

  public Page<VendorListing> queue(Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorListing approve(UUID listingId, String reason) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorListing reject(UUID listingId, String reason) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorListing requestChanges(UUID listingId, String reason) {
    throw new UnsupportedOperationException("being written");
  }
}
