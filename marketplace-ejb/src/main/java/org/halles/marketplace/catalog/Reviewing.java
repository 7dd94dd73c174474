package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** What a moderator's answer does to a listing; part of the moderator's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Reviewing {

  private ListingStore listings;
  private Clock clock;

  protected Reviewing() {}

  @Inject
  Reviewing(ListingStore listings, Clock clock) {
    this.listings = listings;
    this.clock = clock;
  }

  /** What waits, longest first. */
  @Allowed(Role.MODERATOR)
  public Page<VendorListing> waiting(Paging paging) {
    return listings.views(listings.submitted(paging));
  }

  @Allowed(Role.MODERATOR)
  public VendorListing get(UUID id) {
    return listings.view(listings.get(id));
  }

  /** Buyers see it from now on. */
  @Allowed(Role.MODERATOR)
  public VendorListing approve(UUID id, String note) {
    return answer(id, listing -> listing.approve(note, clock.instant()));
  }

  /** Off sale; its vendor cannot hand it in again. */
  @Allowed(Role.MODERATOR)
  public VendorListing reject(UUID id, String note) {
    return answer(id, listing -> listing.suspend(note, clock.instant()));
  }

  /** Back to its vendor, to be changed and handed in again. */
  @Allowed(Role.MODERATOR)
  public VendorListing requestChanges(UUID id, String note) {
    return answer(id, listing -> listing.requestChanges(note, clock.instant()));
  }

  private VendorListing answer(UUID id, Consumer<Listing> verb) {
    Listing listing = listings.get(id);
    verb.accept(listing);
    listings.flush();
    return listings.view(listing);
  }
}
