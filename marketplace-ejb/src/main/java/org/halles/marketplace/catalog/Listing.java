package org.halles.marketplace.catalog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.JsonColumn;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.TextsColumn;
import org.halles.marketplace.shared.WordsColumn;
import org.hibernate.annotations.ColumnTransformer;

/** A vendor's entry on something that can be bought, with its offers. */
@Entity
class Listing {

  @Id private UUID id;

  @Column(name = "vendor_id")
  private UUID vendorId;

  @Column(name = "product_id")
  private UUID productId;

  @Enumerated(EnumType.STRING)
  private ListingKind kind;

  private String slug;

  @Convert(converter = TextsColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private Texts title;

  @Convert(converter = TextsColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private Texts description;

  @Column(name = "category_id")
  private UUID categoryId;

  @Convert(converter = WordsColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private Map<String, String> attributes;

  @Enumerated(EnumType.STRING)
  private ListingStatus status;

  @Column(name = "review_note")
  private String reviewNote;

  @OneToMany(mappedBy = "listing", cascade = CascadeType.ALL)
  @OrderBy("position, id")
  private List<Offer> offers = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "listing_image", joinColumns = @JoinColumn(name = "listing_id"))
  @OrderColumn(name = "position")
  private List<ListingImage> images = new ArrayList<>();

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "live_at")
  private Instant liveAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "reserved_for")
  private UUID reservedFor;

  @Version private int version;

  protected Listing() {}

  /** A new one that only its vendor sees. */
  Listing(UUID vendorId, Instant now) {
    this.id = Ids.next();
    this.vendorId = vendorId;
    this.status = ListingStatus.DRAFT;
    this.createdAt = now;
  }

  /**
   * Everything is as given from now on. Offers are found again by their SKU; those not given any
   * more are withdrawn.
   *
   * @param placement its product, and the product's variant for each SKU
   */
  void rewrite(CheckedListing checked, Products.Placement placement, Instant now) {
    this.productId = placement.productId();
    describe(checked);
    illustrate(checked.images());
    price(checked.variants(), placement.variantOf());
    this.updatedAt = now;
  }

  private void describe(CheckedListing checked) {
    this.kind = checked.kind();
    this.title = checked.title();
    this.slug = Slug.of(checked.title().in("fr"));
    this.description = checked.description();
    this.categoryId = checked.category().id();
    this.attributes = checked.attributes();
  }

  private void illustrate(List<ImageView> pictures) {
    List<ListingImage> wanted = pictures.stream().map(ListingImage::new).toList();
    if (!wanted.equals(List.copyOf(images))) {
      images.clear();
      images.addAll(wanted);
    }
  }

  private void price(List<CheckedVariant> variants, Map<String, UUID> variantOf) {
    Map<String, Offer> bySku = new HashMap<>();
    activeOffers().forEach(offer -> bySku.put(offer.sku(), offer));
    Set<String> kept = new HashSet<>();
    for (int place = 0; place < variants.size(); place++) {
      CheckedVariant variant = variants.get(place);
      Offer offer = bySku.computeIfAbsent(variant.sku(), this::newOffer);
      offer.agree(variant, variantOf.get(variant.sku()), place);
      kept.add(variant.sku());
    }
    activeOffers().stream().filter(offer -> !kept.contains(offer.sku())).forEach(Offer::withdraw);
  }

  /**
   * Prices, stock and delivery terms only.
   *
   * @param withdrawing true if variants not given any more are withdrawn
   */
  void trade(List<CheckedVariant> variants, boolean withdrawing, Instant now) {
    Map<String, CheckedVariant> bySku = new HashMap<>();
    variants.forEach(variant -> bySku.put(variant.sku(), variant));
    for (Offer offer : activeOffers()) {
      if (bySku.containsKey(offer.sku())) {
        offer.trade(bySku.get(offer.sku()));
      } else if (withdrawing) {
        offer.withdraw();
      }
    }
    this.updatedAt = now;
  }

  /** What was withdrawn under this number comes back; else it is new. */
  private Offer newOffer(String sku) {
    Offer known = offers.stream().filter(offer -> offer.wasSoldAs(sku)).findFirst().orElse(null);
    if (known != null) {
      known.reinstate(sku);
      return known;
    }
    Offer offer = new Offer(this, sku);
    offers.add(offer);
    return offer;
  }

  /** Hands it to the moderators, or straight to the buyers. */
  void submit(boolean trusted, Instant now) {
    expect(
        "submitted",
        ListingStatus.DRAFT,
        ListingStatus.CHANGES_REQUESTED,
        ListingStatus.ARCHIVED,
        ListingStatus.SUBMITTED,
        ListingStatus.LIVE);
    if (status == ListingStatus.LIVE) {
      return;
    }
    this.submittedAt = now;
    this.status = ListingStatus.SUBMITTED;
    if (trusted) {
      goLive(null, now);
    }
  }

  /** A decision about it is undone: it stands where it did, as if buyers had never seen it. */
  void undo(ListingStatus before, Instant decidedAt, Instant now) {
    answer(before, null, now);
    if (liveAt != null && !liveAt.isBefore(decidedAt)) {
      this.liveAt = null;
    }
  }

  void approve(String note, Instant now) {
    expect("approved", ListingStatus.SUBMITTED, ListingStatus.SUSPENDED);
    goLive(note, now);
  }

  void requestChanges(String note, Instant now) {
    expect("sent back", ListingStatus.SUBMITTED, ListingStatus.LIVE);
    answer(ListingStatus.CHANGES_REQUESTED, note, now);
  }

  void suspend(String note, Instant now) {
    expect("rejected", ListingStatus.SUBMITTED, ListingStatus.LIVE);
    answer(ListingStatus.SUSPENDED, note, now);
  }

  void archive(Instant now) {
    expect(
        "archived",
        ListingStatus.DRAFT,
        ListingStatus.SUBMITTED,
        ListingStatus.CHANGES_REQUESTED,
        ListingStatus.LIVE,
        ListingStatus.ARCHIVED);
    this.status = ListingStatus.ARCHIVED;
    this.updatedAt = now;
  }

  /** Sold to this buyer only, off every shelf. */
  void reserve(UUID buyer) {
    expect("reserved", ListingStatus.DRAFT);
    this.status = ListingStatus.PRIVATE;
    this.reservedFor = buyer;
    offers.forEach(Offer::leaveTheShelf);
  }

  /** True if it was agreed with one buyer: its terms are settled, its vendor edits nothing. */
  boolean isAgreed() {
    return reservedFor != null;
  }

  private void goLive(String note, Instant now) {
    answer(ListingStatus.LIVE, note, now);
    if (liveAt == null) {
      this.liveAt = now;
    }
  }

  private void answer(ListingStatus outcome, String note, Instant now) {
    this.status = outcome;
    this.reviewNote = note;
    this.updatedAt = now;
  }

  private void expect(String verb, ListingStatus... from) {
    if (!List.of(from).contains(status)) {
      throw new WrongListingStatus(id, status, verb);
    }
  }

  UUID id() {
    return id;
  }

  UUID vendorId() {
    return vendorId;
  }

  UUID productId() {
    return productId;
  }

  ListingStatus status() {
    return status;
  }

  /** The ids of all offers there ever were. */
  List<UUID> allOffers() {
    return offers.stream().map(Offer::id).toList();
  }

  List<Offer> activeOffers() {
    return offers.stream().filter(Offer::isActive).toList();
  }

  /** The product's variant that each offer is on. */
  Map<String, UUID> variantBySku() {
    Map<String, UUID> variants = new HashMap<>();
    activeOffers().forEach(offer -> variants.put(offer.sku(), offer.variantId()));
    return variants;
  }

  /** Rises with every edit of the listing or of the terms of any of its offers. */
  int revision() {
    return version + offers.stream().mapToInt(Offer::version).sum();
  }

  VendorListing view(Map<UUID, ListingStore.OnHand> stock, ChangeView change) {
    return new VendorListing(
        id,
        vendorId,
        slug,
        kind,
        status,
        reviewNote,
        title,
        description,
        categoryId,
        attributes,
        activeOffers().stream().map(offer -> offer.view(stock.get(offer.id()))).toList(),
        images.stream().map(ListingImage::view).toList(),
        submittedAt,
        liveAt,
        updatedAt,
        change,
        revision());
  }
}
