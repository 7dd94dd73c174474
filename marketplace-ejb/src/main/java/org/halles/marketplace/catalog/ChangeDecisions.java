package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Violation;

/** What a moderator's answer does to a proposed edit. */
@ApplicationScoped
class ChangeDecisions {

  private ListingStore listings;
  private ListingIntake intake;
  private FilesBehind files;
  private ListingWriter writer;
  private Editing editing;
  private Clock clock;

  protected ChangeDecisions() {}

  @Inject
  ChangeDecisions(
      ListingStore listings,
      ListingIntake intake,
      FilesBehind files,
      ListingWriter writer,
      Editing editing,
      Clock clock) {
    this.listings = listings;
    this.intake = intake;
    this.files = files;
    this.writer = writer;
    this.editing = editing;
    this.clock = clock;
  }

  Optional<ListingChange> waiting(UUID listingId) {
    return editing.open(listingId).filter(ListingChange::waits);
  }

  void drop(Listing listing) {
    editing.drop(listing);
  }

  /** It is what buyers see from now on, with the prices and the stock of today. */
  void approve(Listing listing, ListingChange change, String note) {
    write(listing, change.before(), change.after());
    List<Violation> missing = files.missing(listings.view(listing));
    if (!missing.isEmpty()) {
      throw new FileMissing(missing);
    }
    change.approve(note, clock.instant());
  }

  /** It waits as it did before the decision; buyers see again what they saw before it. */
  void reopen(Listing listing, UUID changeId) {
    ListingChange change = editing.get(changeId);
    boolean another =
        editing.open(listing.id()).filter(open -> !open.id().equals(changeId)).isPresent();
    if (another || change.waits()) {
      throw new ListingMovedOn(listing.id(), "its vendor has handed in another change since");
    }
    if (change.status() == ChangeStatus.APPROVED) {
      write(listing, change.after(), change.before());
    }
    change.reopen();
  }

  private void write(Listing listing, ListingInput from, ListingInput to) {
    VendorListing live = listings.view(listing);
    List<String> moved = Wording.fields(Wording.of(live), from);
    if (!moved.isEmpty() || listing.status() != ListingStatus.LIVE) {
      throw new ListingMovedOn(
          listing.id(),
          moved.isEmpty() ? "it is not on sale" : "other " + String.join(", ", moved));
    }
    ListingInput wanted = Wording.withTermsOf(live, to);
    List<Violation> faults = intake.faults(wanted, live.vendorId(), live.id());
    if (!faults.isEmpty()) {
      throw ListingMovedOn.because(live.id(), faults);
    }
    writer.apply(listing, intake.check(wanted, live.vendorId(), live.id()));
  }
}
