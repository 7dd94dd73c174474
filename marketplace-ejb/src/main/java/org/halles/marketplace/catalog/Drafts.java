package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Stale;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Listings while they are being typed. A draft takes whatever stands in the fields and keeps it;
 * only when it is finished, everything that is wrong is said at once.
 */
@ApplicationScoped
@Transactional
public class Drafts {

  private DraftStore drafts;
  private Cataloguing cataloguing;
  private ListingIntake intake;
  private FilesBehind files;
  private OnHand onHand;
  private Clock clock;

  protected Drafts() {}

  @Inject
  Drafts(
      DraftStore drafts,
      Cataloguing cataloguing,
      ListingIntake intake,
      FilesBehind files,
      OnHand onHand,
      Clock clock) {
    this.drafts = drafts;
    this.cataloguing = cataloguing;
    this.intake = intake;
    this.files = files;
    this.onHand = onHand;
    this.clock = clock;
  }

  /** A new one. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public DraftView begin(VendorScope scope, DraftContent content) {
    UUID id = drafts.add(scope.vendorId(), null, null, orEmpty(content), clock.instant());
    return drafts.get(scope.vendorId(), id);
  }

  /** A new one with nothing in it: the one that was begun and never typed into, if there is one. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public DraftView blank(VendorScope scope) {
    return drafts.untouched(scope.vendorId()).orElseGet(() -> begin(scope, DraftContent.EMPTY));
  }

  private static DraftContent orEmpty(DraftContent content) {
    return content == null ? DraftContent.EMPTY : content;
  }

  /** The draft of a listing there is: the one that was left, or a new one that says the same. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public DraftView edit(VendorScope scope, UUID listingId) {
    VendorListing listing = cataloguing.get(scope, listingId);
    return drafts
        .ofListing(scope.vendorId(), listingId)
        .orElseGet(
            () ->
                drafts.get(
                    scope.vendorId(),
                    drafts.add(
                        scope.vendorId(),
                        listingId,
                        listing.version(),
                        DraftWriting.of(listing),
                        clock.instant())));
  }

  /** A new one that says what a listing says, with no numbers: those are unique. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public DraftView duplicate(VendorScope scope, UUID listingId) {
    DraftContent original = DraftWriting.of(cataloguing.get(scope, listingId));
    List<DraftContent.Variant> variants =
        original.variants().stream()
            .map(
                one ->
                    new DraftContent.Variant(
                        null,
                        one.options(),
                        one.price(),
                        one.stock(),
                        null,
                        null,
                        one.condition(),
                        one.leadTimeDays(),
                        one.weightGrams(),
                        one.shippingFee(),
                        one.priceBreaks(),
                        one.orderQuantity()))
            .toList();
    return begin(
        scope,
        new DraftContent(
            original.kind(),
            original.title(),
            original.description(),
            original.categoryId(),
            original.attributes(),
            original.axes(),
            variants,
            original.images(),
            original.currency()));
  }

  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public DraftView get(VendorScope scope, UUID id) {
    return drafts.get(scope.vendorId(), id);
  }

  /** Those last typed first. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public Page<DraftLine> list(VendorScope scope, Paging paging) {
    return drafts.list(scope.vendorId(), paging);
  }

  /**
   * Keeps what stands in the fields.
   *
   * @param expectedVersion the version the caller read, or null if it insists on none
   * @throws Stale if it was typed into elsewhere meanwhile
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public DraftView save(VendorScope scope, UUID id, Integer expectedVersion, DraftContent content) {
    return drafts.save(scope.vendorId(), id, expectedVersion, orEmpty(content), clock.instant());
  }

  /**
   * Keeps what stands in the fields and leaves the pictures as they are: some may come in just now.
   *
   * @param read the mark of what the caller read, or null if it insists on none
   * @throws Stale if it was typed into elsewhere meanwhile
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public DraftView type(VendorScope scope, UUID id, String read, DraftContent content) {
    DraftView before = drafts.locked(scope.vendorId(), id);
    if (read != null && !read.equals(before.mark())) {
      throw new Stale();
    }
    return drafts.save(
        scope.vendorId(),
        id,
        before.version(),
        orEmpty(content).with(before.content().images()),
        clock.instant());
  }

  /** Adds a picture at the end; several may come in at once. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public DraftView illustrate(VendorScope scope, UUID id, ImageInput image) {
    DraftView before = drafts.locked(scope.vendorId(), id);
    DraftContent typed = before.content();
    List<ImageInput> images = new ArrayList<>(typed.images());
    images.add(image);
    return drafts.save(scope.vendorId(), id, before.version(), typed.with(images), clock.instant());
  }

  /** Throws it away; a listing that it would have changed stays as it is. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public void discard(VendorScope scope, UUID id) {
    drafts.get(scope.vendorId(), id);
    drafts.remove(scope.vendorId(), id);
  }

  /** Everything that is wrong with it as it stands; empty if it may be handed in. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public List<Violation> faults(VendorScope scope, UUID id) {
    DraftView draft = drafts.get(scope.vendorId(), id);
    return check(scope, draft, new ArrayList<>());
  }

  /**
   * Makes the listing, or changes the one it is of, and hands it in.
   *
   * @throws InvalidInput with everything that is wrong; the draft stays
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public VendorListing finish(VendorScope scope, UUID id) {
    DraftView draft = drafts.get(scope.vendorId(), id);
    if (draft.listingId() != null) {
      onHand.hold(scope.vendorId(), List.of(draft.listingId()));
    }
    List<ListingInput> read = new ArrayList<>();
    List<Violation> faults = check(scope, draft, read);
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    VendorListing stored =
        draft.listingId() == null
            ? cataloguing.create(scope, read.get(0))
            : cataloguing.edit(scope, draft.listingId(), drafts.base(id).orElse(null), read.get(0));
    drafts.remove(scope.vendorId(), id);
    boolean waitsForNobody =
        stored.status() == ListingStatus.LIVE || stored.status() == ListingStatus.SUSPENDED;
    return waitsForNobody ? stored : cataloguing.submit(scope, stored.id());
  }

  private List<Violation> check(VendorScope scope, DraftView draft, List<ListingInput> read) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, VariantInput> proposed = new HashMap<>();
    if (draft.listingId() != null) {
      VendorListing listing = cataloguing.get(scope, draft.listingId());
      if (listing.change() != null) {
        listing.change().after().variants().forEach(one -> proposed.put(one.sku(), one));
      }
      listing.variants().forEach(offer -> counts.put(offer.sku(), offer.stock()));
      proposed.keySet().removeAll(counts.keySet());
    }
    Checklist checklist = new Checklist();
    ListingInput input = new DraftReading(checklist, counts, proposed).read(draft.content());
    read.add(input);
    List<Violation> faults = new ArrayList<>(checklist.violations());
    List<String> known = faults.stream().map(Violation::field).toList();
    handingIn(input, scope.vendorId(), draft.listingId()).stream()
        .filter(fault -> known.stream().noneMatch(fault.field()::startsWith))
        .forEach(faults::add);
    return faults;
  }

  private List<Violation> handingIn(ListingInput input, UUID vendorId, UUID listingId) {
    ListingIntake.Examined examined = intake.examine(input, vendorId, listingId);
    List<Violation> faults = new ArrayList<>(examined.violations());
    faults.addAll(files.missing(examined.checked(), vendorId));
    return faults;
  }
}
