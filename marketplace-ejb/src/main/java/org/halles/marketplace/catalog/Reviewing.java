package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Violation;

/** What a moderator's answer does to a listing; part of the moderator's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Reviewing {

  private ListingStore listings;
  private ChangeDecisions changes;
  private FilesBehind files;
  private Clock clock;

  protected Reviewing() {}

  @Inject
  Reviewing(ListingStore listings, ChangeDecisions changes, FilesBehind files, Clock clock) {
    this.listings = listings;
    this.changes = changes;
    this.files = files;
    this.clock = clock;
  }

  /** These listings, in this order. */
  @Allowed(Role.MODERATOR)
  public List<VendorListing> list(List<UUID> ids) {
    return listings.views(listings.load(new Page<>(ids, null))).items();
  }

  @Allowed(Role.MODERATOR)
  public VendorListing get(UUID id) {
    return listings.view(listings.get(id));
  }

  /** What buyers would see if the moderator said yes: the listing with the change that waits. */
  @Allowed(Role.MODERATOR)
  public ListingInput proposed(UUID id) {
    VendorListing live = get(id);
    return live.change() != null && live.change().status() == ChangeStatus.SUBMITTED
        ? Wording.withTermsOf(live, live.change().after())
        : Wording.of(live);
  }

  /**
   * Buyers see it from now on: the listing, or the change of one that is on sale.
   *
   * @throws ListingMovedOn if the change was made for something else than what buyers see now
   * @throws FileMissing if it is a download and a file is missing
   */
  @Allowed(Role.MODERATOR)
  public VendorListing approve(UUID id, String note) {
    return answer(
        id,
        listing ->
            changes
                .waiting(id)
                .ifPresentOrElse(
                    change -> changes.approve(listing, change, note),
                    () -> approve(listing, note)));
  }

  private void approve(Listing listing, String note) {
    List<Violation> missing = files.missing(listings.view(listing));
    if (!missing.isEmpty()) {
      throw new FileMissing(missing);
    }
    listing.approve(note, clock.instant());
  }

  /**
   * A change is turned down and what buyers see stays. A listing that was not on sale, or has no
   * change that waits, is off sale; its vendor cannot hand it in again.
   */
  @Allowed(Role.MODERATOR)
  public VendorListing reject(UUID id, String note) {
    return answer(
        id,
        listing ->
            changes
                .waiting(id)
                .ifPresentOrElse(
                    change -> change.reject(note, clock.instant()), () -> suspend(listing, note)));
  }

  /** Back to its vendor, to be changed and handed in again; what is on sale stays on sale. */
  @Allowed(Role.MODERATOR)
  public VendorListing requestChanges(UUID id, String note) {
    return answer(
        id,
        listing ->
            changes
                .waiting(id)
                .ifPresentOrElse(
                    change -> change.requestChanges(note, clock.instant()),
                    () -> listing.requestChanges(note, clock.instant())));
  }

  /** Off sale whatever waits; a change of it leads nowhere any more. */
  @Allowed(Role.MODERATOR)
  public VendorListing takeDown(UUID id, String note) {
    return answer(id, listing -> suspend(listing, note));
  }

  /**
   * The listing as it is, held until the transaction ends: nobody else edits it or decides about it
   * meanwhile.
   */
  @Allowed(Role.MODERATOR)
  public VendorListing hold(UUID id) {
    return listings.view(listings.locked(id));
  }

  /**
   * It waits as it did before the decision.
   *
   * @throws ListingMovedOn if it is not where the decision led it any more
   */
  @Allowed(Role.MODERATOR)
  public VendorListing undo(ReviewUndo undo) {
    return answer(
        undo.listingId(),
        listing -> {
          if (listing.status() != undo.after()) {
            throw new ListingMovedOn(listing.id(), "it is " + listing.status() + " now");
          }
          if (undo.changeId() == null) {
            listing.undo(undo.before(), undo.decidedAt(), clock.instant());
          } else {
            changes.reopen(listing, undo.changeId());
          }
        });
  }

  private void suspend(Listing listing, String note) {
    changes.drop(listing);
    listing.suspend(note, clock.instant());
  }

  private VendorListing answer(UUID id, Consumer<Listing> verb) {
    Listing listing = listings.locked(id);
    verb.accept(listing);
    listings.flush();
    return listings.view(listing);
  }
}
