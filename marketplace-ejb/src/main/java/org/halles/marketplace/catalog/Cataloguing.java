package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor writes its listings and sets its terms. */
@ApplicationScoped
public class Cataloguing {

  public VendorListing create(VendorScope scope, ListingInput input) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorListing edit(
      VendorScope scope, UUID id, Integer expectedVersion, ListingInput input) {
    throw new UnsupportedOperationException("being written");
  }

  /** Hands it to the moderators; of a trusted vendor, or handed in by an operator, it goes live. */
  public VendorListing submit(VendorScope scope, UUID id) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorListing archive(VendorScope scope, UUID id) {
    throw new UnsupportedOperationException("being written");
  }

  public VendorListing get(VendorScope scope, UUID id) {
    throw new UnsupportedOperationException("being written");
  }

  public Page<VendorListing> list(VendorScope scope, ListingStatus status, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  /** A new price counts as new terms, a new stock does not; null keeps what is. */
  public OfferView changeOffer(VendorScope scope, UUID offerId, PriceInput price, Integer stock) {
    throw new UnsupportedOperationException("being written");
  }
}
