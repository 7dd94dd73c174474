package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Stale;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.SellingRight;
import org.halles.marketplace.vendor.Trust;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor writes its listings and hands them in. */
@ApplicationScoped
@Transactional
public class Cataloguing {

  private ListingStore listings;
  private ListingIntake intake;
  private FilesBehind files;
  private ListingWriter writer;
  private Editing editing;
  private Trust trust;
  private SellingRight right;
  private Clock clock;

  protected Cataloguing() {}

  @Inject
  Cataloguing(
      ListingStore listings,
      ListingIntake intake,
      FilesBehind files,
      ListingWriter writer,
      Editing editing,
      Trust trust,
      SellingRight right,
      Clock clock) {
    this.listings = listings;
    this.intake = intake;
    this.files = files;
    this.writer = writer;
    this.editing = editing;
    this.trust = trust;
    this.right = right;
    this.clock = clock;
  }

  /**
   * A new listing that only its vendor sees.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong with it
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public VendorListing create(VendorScope scope, ListingInput input) {
    return writer.create(scope.vendorId(), intake.check(input, scope.vendorId(), null));
  }

  /**
   * Everything is as given from now on; offers are found again by their SKU. Of a listing on sale
   * only prices, stock and delivery terms are: the rest is a change that a moderator looks at while
   * buyers go on seeing what was approved, unless the vendor is trusted. A newer edit takes the
   * place of a change that waits.
   *
   * @param expectedVersion the version the caller read, or null if it insists on none
   * @throws Stale if somebody else edited it meanwhile
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public VendorListing edit(
      VendorScope scope, UUID id, Integer expectedVersion, ListingInput input) {
    Listing listing = listings.locked(scope.vendorId(), id);
    Stale.check(expectedVersion, listing.revision());
    CheckedListing checked = intake.check(input, scope.vendorId(), id);
    if (listing.status() == ListingStatus.LIVE || listing.status() == ListingStatus.SUBMITTED) {
      files.require(checked, scope.vendorId());
    }
    if (listing.status() == ListingStatus.LIVE && !trust.ownWord(scope)) {
      return editing.propose(listing, checked);
    }
    writer.rewrite(listing, checked);
    editing.drop(listing);
    if (listing.status() == ListingStatus.SUBMITTED) {
      editing.tell(listing);
    }
    return listings.view(listing);
  }

  /** Takes back what waits for a moderator; what buyers see stays as it is. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public VendorListing withdrawChange(VendorScope scope, UUID id) {
    Listing listing = listings.locked(scope.vendorId(), id);
    editing.drop(listing);
    return flushed(listing);
  }

  /**
   * Hands it to the moderators. Of a trusted vendor, or handed in by an operator on its behalf, it
   * goes live at once. Of a listing on sale, a change that was sent back is handed in again.
   *
   * @throws org.halles.marketplace.shared.InvalidInput if it is a download and a file is missing
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public VendorListing submit(VendorScope scope, UUID id) {
    right.require(scope);
    Listing listing = listings.locked(scope.vendorId(), id);
    files.require(listings.view(listing));
    boolean onSale = listing.status() == ListingStatus.LIVE;
    boolean waited = listing.status() == ListingStatus.SUBMITTED;
    listing.submit(trust.ownWord(scope), clock.instant());
    if (onSale) {
      editing.open(id).ifPresent(change -> editing.submitAgain(listings.view(listing), change));
    } else if (!waited || listing.status() == ListingStatus.LIVE) {
      editing.tell(listing);
    }
    return flushed(listing);
  }

  /** Puts it away. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public VendorListing archive(VendorScope scope, UUID id) {
    Listing listing = listings.locked(scope.vendorId(), id);
    listing.archive(clock.instant());
    editing.drop(listing);
    editing.tell(listing);
    return flushed(listing);
  }

  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public VendorListing get(VendorScope scope, UUID id) {
    return listings.view(listings.get(scope.vendorId(), id));
  }

  /**
   * The vendor's listings, newest first.
   *
   * @param status only these, or null for all
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public Page<VendorListing> list(VendorScope scope, ListingStatus status, Paging paging) {
    return listings.views(listings.ofVendor(scope.vendorId(), status, paging));
  }

  /**
   * The vendor's listings in the order asked for.
   *
   * @param status only these, or null for all
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public Page<VendorListing> list(
      VendorScope scope, ListingStatus status, ListingSort sort, Paging paging) {
    return listings.views(listings.ofVendor(scope.vendorId(), status, sort, paging));
  }

  private VendorListing flushed(Listing listing) {
    listings.flush();
    return listings.view(listing);
  }
}
