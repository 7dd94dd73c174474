package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.catalog.Cataloguing;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.ListingStatus;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.Reviewing;
import org.halles.marketplace.catalog.VariantInput;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.notice.NewNotice;
import org.halles.marketplace.notice.Noticing;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/**
 * A morning's work for a moderator: edits, a new listing that a check has something to say about, a
 * notice.
 */
@ApplicationScoped
class DemoModeration {

  private Cataloguing cataloguing;
  private Reviewing reviewing;
  private Noticing noticing;
  private Memberships memberships;
  private CurrentCaller current;
  private Database database;

  protected DemoModeration() {}

  @Inject
  DemoModeration(
      Cataloguing cataloguing,
      Reviewing reviewing,
      Noticing noticing,
      Memberships memberships,
      CurrentCaller current,
      Database database) {
    this.cataloguing = cataloguing;
    this.reviewing = reviewing;
    this.noticing = noticing;
    this.memberships = memberships;
    this.current = current;
    this.database = database;
  }

  /** All of it or none; nothing if it is there already. */
  @Transactional
  @Allowed(Role.SYSTEM)
  public void fill(List<DemoVendor> vendors) {
    boolean there =
        database.find("select 1 from moderation_case limit 1", row -> true).orElse(false);
    List<DemoVendor> ordinary = vendors.stream().filter(one -> !one.plugin()).limit(3).toList();
    if (there || ordinary.size() < 3) {
      return;
    }
    edit(ordinary.get(0), " fait main", " made by hand");
    edit(ordinary.get(1), " (nouvelle série)", " (new batch)");
    offerAnother(ordinary.get(2));
    notice(ordinary.get(1));
  }

  private void edit(DemoVendor vendor, String french, String english) {
    VendorScope scope = memberships.scopeOf(vendor.slug());
    VendorListing listing = first(scope);
    ListingInput now = reviewing.proposed(listing.id());
    Texts title = Texts.of(now.title().in("fr") + french, now.title().in("en") + english);
    asOwner(scope, () -> cataloguing.edit(scope, listing.id(), null, with(now, title)));
  }

  /** The same words as another listing, dear, and without a picture: three checks notice. */
  private void offerAnother(DemoVendor vendor) {
    VendorScope scope = memberships.scopeOf(vendor.slug());
    ListingInput known = reviewing.proposed(first(scope).id());
    VariantInput variant =
        new VariantInput(
            "DEMO-REVIEW-1",
            Map.of(),
            new PriceInput(189_000L, known.variants().get(0).price().currency()),
            1,
            "new",
            5,
            800,
            null,
            null);
    Texts title =
        Texts.of(
            known.title().in("fr") + ", pièce unique", known.title().in("en") + ", one of a kind");
    ListingInput bare =
        new ListingInput(
            known.kind(),
            title,
            known.description(),
            known.categoryId(),
            known.attributes(),
            List.of(variant),
            List.of());
    asOwner(scope, () -> cataloguing.submit(scope, cataloguing.create(scope, bare).id()));
  }

  private void notice(DemoVendor vendor) {
    VendorListing listing = first(memberships.scopeOf(vendor.slug()));
    current.run(
        Caller.GUEST,
        () ->
            noticing.report(
                new NewNotice(
                    listing.id(),
                    null,
                    null,
                    null,
                    "misleading",
                    "La photo montre deux pièces, l’annonce n’en livre qu’une. J’ai vérifié le 12 du mois.",
                    "Claire Morin",
                    "claire.morin@example.org",
                    true,
                    "fr")));
  }

  private VendorListing first(VendorScope scope) {
    return cataloguing.list(scope, ListingStatus.LIVE, new Paging(1, null)).items().get(0);
  }

  private static ListingInput with(ListingInput now, Texts title) {
    return new ListingInput(
        now.kind(),
        title,
        now.description(),
        now.categoryId(),
        now.attributes(),
        now.variants(),
        now.images());
  }

  /** The operator's word would go without a moderator's look. */
  private void asOwner(VendorScope scope, Runnable work) {
    UUID owner =
        database
            .find(
                "select account_id from vendor_member where vendor_id = ? and role = 'OWNER' limit 1",
                row -> row.uuid("account_id"),
                scope.vendorId())
            .orElseThrow();
    current.run(new Caller(owner, "demo", Set.of(), null), work);
  }
}
