package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.catalog.Assortment;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.KnownListing;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.ListingVerdict;
import org.halles.marketplace.catalog.WantedListing;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.vendor.VendorScope;

/** Finds out what articles of a file change on the shelf, and changes it. */
@ApplicationScoped
class Shelving {

  private Assortment assortment;
  private Categories categories;
  private FilePictures pictures;
  private Shelf shelf;
  private Database database;

  protected Shelving() {}

  @Inject
  Shelving(
      Assortment assortment,
      Categories categories,
      FilePictures pictures,
      Shelf shelf,
      Database database) {
    this.assortment = assortment;
    this.categories = categories;
    this.pictures = pictures;
    this.shelf = shelf;
    this.database = database;
  }

  /** How categories of this vendor's files are understood. */
  CategoryGuess guess(VendorScope scope, ImportSettings settings) {
    String usual =
        database
            .find(
                """
                select c.slug from listing l join category c on c.id = l.category_id
                 where l.vendor_id = ? group by c.slug order by count(*) desc, c.slug limit 1
                """,
                row -> row.text("slug"),
                scope.vendorId())
            .orElse(null);
    return new CategoryGuess(categories.tree(), settings.categories(), usual);
  }

  /**
   * Finds out, or does, what becomes of these articles; answers what is not written down yet.
   *
   * @param broken those of which a row is wrong already
   * @param write true to store them, false to find out only
   */
  List<Settled> settle(
      VendorScope scope,
      UUID id,
      ImportSettings settings,
      CategoryGuess guess,
      List<Staging.StagedItem> items,
      List<Integer> broken,
      boolean write) {
    FilePictures.Known known = pictures.known(scope.vendorId(), items);
    Map<Integer, ArticleDraft> drafts = new LinkedHashMap<>();
    items.forEach(item -> drafts.put(item.no(), new ArticleDraft(item, settings, guess, known)));
    Map<String, KnownListing> listings =
        assortment.find(
            scope, drafts.values().stream().flatMap(draft -> draft.skus().stream()).toList());
    List<Settled> settled = new ArrayList<>();
    List<Ready> ready = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    drafts.forEach(
        (no, draft) -> {
          if (broken.contains(no)) {
            settled.add(new Settled(no, Outcome.FAILED, null, List.of(), List.of()));
          } else {
            judge(scope, no, draft, listings, taken, settled, ready);
          }
        });
    settled.addAll(write ? stored(scope, id, ready) : ready.stream().map(Ready::done).toList());
    return settled;
  }

  private void judge(
      VendorScope scope,
      int no,
      ArticleDraft draft,
      Map<String, KnownListing> listings,
      Set<String> taken,
      List<Settled> settled,
      List<Ready> ready) {
    KnownListing known = listingOf(draft, listings);
    ListingInput wanted = draft.over(known);
    for (String sku : draft.skus()) {
      if (!taken.add(sku) && draft.skus().indexOf(sku) == draft.skus().lastIndexOf(sku)) {
        draft.problems().add(Complaints.twice(draft.firstRow(), "SKU", sku));
      }
    }
    if (draft.problems().stream().noneMatch(ImportProblem::error)) {
      ListingVerdict verdict = assortment.judge(scope, known, wanted);
      verdict.violations().forEach(one -> draft.problems().add(draft.located(one)));
      if (verdict.violations().isEmpty()) {
        UUID id = known == null ? null : known.id();
        WantedListing listing =
            new WantedListing(id, wanted, draft.isPublished(), draft.untold(wanted));
        ready.add(new Ready(no, draft, listing, verdict));
        return;
      }
    }
    UUID id = known == null ? null : known.id();
    settled.add(new Settled(no, Outcome.FAILED, id, List.of(), draft.problems()));
  }

  private static KnownListing listingOf(ArticleDraft draft, Map<String, KnownListing> listings) {
    KnownListing found = null;
    for (String sku : draft.skus()) {
      KnownListing listing = listings.get(sku);
      if (found != null && listing != null && !listing.id().equals(found.id())) {
        draft.problems().add(Complaints.severalListings(draft.firstRow(), "SKU", sku));
      }
      found = found == null ? listing : found;
    }
    return found;
  }

  /** All by one transaction; if one of them is refused, one by one, so that it fails alone. */
  private List<Settled> stored(VendorScope scope, UUID id, List<Ready> ready) {
    List<Settled> settled = new ArrayList<>();
    List<Ready> changing = new ArrayList<>();
    for (Ready one : ready) {
      if (one.done().outcome() == Outcome.UNCHANGED) {
        settled.add(one.done());
      } else {
        changing.add(one);
      }
    }
    try {
      shelf.store(scope, id, changing);
    } catch (Refusal oneOfThem) {
      changing.forEach(one -> storedAlone(scope, id, one).ifPresent(settled::add));
    }
    return settled;
  }

  /** Why it failed; empty if it was stored. */
  private Optional<Settled> storedAlone(VendorScope scope, UUID id, Ready one) {
    try {
      shelf.store(scope, id, List.of(one));
      return Optional.empty();
    } catch (InvalidInput invalid) {
      invalid.violations().forEach(fault -> one.draft().problems().add(one.draft().located(fault)));
    } catch (Refusal refusal) {
      if (one.wanted().listingId() == null && one.wanted().publish()) {
        one.draft()
            .problems()
            .add(Complaints.notPublished(one.draft().firstRow(), refusal.getMessage()));
        return storedAlone(scope, id, one.unpublished());
      }
      one.draft()
          .problems()
          .add(Complaints.refused(one.draft().firstRow(), "", null, refusal.getMessage()));
    }
    return Optional.of(one.failed());
  }
}
