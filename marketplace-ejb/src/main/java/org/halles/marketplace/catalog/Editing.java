package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.NotFound;

/**
 * What an edit of a listing on sale does: the vendor's own business applies at once, the rest waits
 * for a moderator while buyers go on seeing what was approved.
 */
@ApplicationScoped
class Editing {

  private ListingStore listings;
  private ListingWriter writer;
  private Changes changes;
  private Event<ListingHandedIn> handedIn;
  private Event<ListingLeftReview> left;
  private Clock clock;

  protected Editing() {}

  @Inject
  Editing(
      ListingStore listings,
      ListingWriter writer,
      Changes changes,
      Event<ListingHandedIn> handedIn,
      Event<ListingLeftReview> left,
      Clock clock) {
    this.listings = listings;
    this.writer = writer;
    this.changes = changes;
    this.handedIn = handedIn;
    this.left = left;
    this.clock = clock;
  }

  /**
   * Keeps the wording for a moderator. Variants left out are withdrawn at once, unless new ones
   * come in their place: then both wait, so that the listing is never without anything to buy.
   */
  VendorListing propose(Listing listing, CheckedListing checked) {
    Set<String> known = listing.activeOffers().stream().map(Offer::sku).collect(Collectors.toSet());
    boolean adds = checked.variants().stream().anyMatch(one -> !known.contains(one.sku()));
    VendorListing live = writer.trade(listing, checked.variants(), !adds);
    ListingInput wanted = Wording.of(checked);
    if (Wording.same(Wording.of(live), wanted)) {
      drop(listing);
    } else {
      keep(live, wanted);
    }
    return listings.view(listing);
  }

  private void keep(VendorListing live, ListingInput wanted) {
    Instant now = clock.instant();
    Optional<ListingChange> open = changes.open(live.id());
    if (open.isPresent() && open.get().proposes(wanted, live)) {
      open.get().reprice(wanted);
      submitAgain(live, open.get());
      return;
    }
    open.ifPresent(change -> change.replace(now));
    ListingChange change = new ListingChange(live, wanted, now);
    changes.add(change);
    handedIn.fire(new ListingHandedIn(live.id(), live.vendorId(), change.id(), now));
  }

  /** What a moderator sent back is handed in as it is. */
  void submitAgain(VendorListing live, ListingChange change) {
    if (!change.waits()) {
      Instant now = clock.instant();
      change.submitAgain(now);
      handedIn.fire(new ListingHandedIn(live.id(), live.vendorId(), change.id(), now));
    }
  }

  ListingChange get(UUID changeId) {
    return changes.find(changeId).orElseThrow(() -> new NotFound("change", changeId));
  }

  Optional<ListingChange> open(UUID listingId) {
    return changes.open(listingId);
  }

  /** Nobody need look at the open change any more, if there is one. */
  void drop(Listing listing) {
    changes
        .open(listing.id())
        .ifPresent(
            change -> {
              change.withdraw(clock.instant());
              listings.flush();
              left.fire(new ListingLeftReview(listing.id()));
            });
  }

  /** A listing that is not on sale waits for a moderator, or says something else than it did. */
  void tell(Listing listing) {
    if (listing.status() == ListingStatus.SUBMITTED) {
      handedIn.fire(new ListingHandedIn(listing.id(), listing.vendorId(), null, clock.instant()));
    } else {
      left.fire(new ListingLeftReview(listing.id()));
    }
  }
}
