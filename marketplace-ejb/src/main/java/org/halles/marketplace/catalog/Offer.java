package org.halles.marketplace.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.JsonColumn;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.WordsColumn;
import org.halles.spi.Money;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.OptimisticLock;

/** A vendor's terms for one variant. Its version counts changes of the terms, never sales. */
@Entity
class Offer {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "listing_id")
  private Listing listing;

  @Column(name = "vendor_id")
  private UUID vendorId;

  @Column(name = "variant_id")
  private UUID variantId;

  @OptimisticLock(excluded = true)
  private int position;

  private String sku;

  @Convert(converter = WordsColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private Map<String, String> options;

  @Column(name = "price_minor")
  private long priceMinor;

  @Column(columnDefinition = "bpchar")
  private String currency;

  @Enumerated(EnumType.STRING)
  private Condition condition;

  @Column(name = "lead_time_days")
  private int leadTimeDays;

  @Column(name = "weight_grams")
  private int weightGrams;

  @Column(name = "shipping_fee_minor")
  private Long shippingFeeMinor;

  @Convert(converter = PriceBreaksColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(name = "price_breaks", columnDefinition = "jsonb")
  private List<PriceLadder.Stored> priceBreaks;

  @Column(name = "order_least")
  private Integer orderLeast;

  @Column(name = "order_pack")
  private Integer orderPack;

  @Column(name = "order_most")
  private Integer orderMost;

  private String gtin;
  private boolean active;

  @Version private int version;

  protected Offer() {}

  Offer(Listing listing, String sku) {
    this.id = Ids.next();
    this.listing = listing;
    this.vendorId = listing.vendorId();
    this.sku = sku;
    this.active = true;
  }

  /** The terms are these from now on. */
  void agree(CheckedVariant terms, UUID variant, int place) {
    this.position = place;
    this.variantId = variant;
    this.options = terms.options();
    this.condition = terms.condition();
    this.gtin = terms.gtin() == null ? null : terms.gtin().digits();
    trade(terms);
  }

  /** Price and delivery terms only. */
  void trade(CheckedVariant terms) {
    this.leadTimeDays = terms.leadTimeDays();
    this.weightGrams = terms.weightGrams();
    this.shippingFeeMinor = terms.shippingFee() == null ? null : terms.shippingFee().minor();
    reprice(terms.price());
    step(terms.priceBreaks());
    if (terms.orders() != null) {
      sellBy(terms.orders());
    }
  }

  private void sellBy(Packs packs) {
    this.orderLeast = packs.least() == 1 ? null : Integer.valueOf(packs.least());
    this.orderPack = packs.size() == 1 ? null : Integer.valueOf(packs.size());
    this.orderMost = packs.most() == Packs.MOST ? null : Integer.valueOf(packs.most());
  }

  /** A unit costs this from now on. */
  void reprice(Money price) {
    this.priceMinor = price.minor();
    this.currency = price.currency().value();
  }

  /** From so many pieces on a unit costs less; nothing if every unit costs the same. */
  void step(List<PriceBreak> breaks) {
    this.priceBreaks = PriceLadder.stored(breaks);
  }

  PriceLadder ladder() {
    return PriceLadder.of(price(), priceBreaks);
  }

  /** Not for sale any more. What was sold still points here; the number is free for another. */
  void withdraw() {
    this.active = false;
    this.sku = sku + "#" + id;
  }

  /** Sold to one buyer, as its listing says, and shown to nobody else. */
  void leaveTheShelf() {
    this.active = false;
  }

  /** True if it was withdrawn and had this number before. */
  boolean wasSoldAs(String number) {
    return !active && sku.equals(number + "#" + id);
  }

  /** For sale again. */
  void reinstate(String number) {
    this.active = true;
    this.sku = number;
  }

  UUID id() {
    return id;
  }

  String sku() {
    return sku;
  }

  UUID variantId() {
    return variantId;
  }

  boolean isActive() {
    return active;
  }

  int version() {
    return version;
  }

  Money price() {
    return Money.of(priceMinor, currency);
  }

  /**
   * @param onHand null where it is not counted
   */
  OfferView view(ListingStore.OnHand onHand) {
    ListingStore.OnHand stock = onHand == null ? ListingStore.OnHand.UNCOUNTED : onHand;
    return new OfferView(
        id,
        sku,
        options,
        price(),
        condition,
        leadTimeDays,
        weightGrams,
        gtin,
        shippingFeeMinor == null ? null : Money.of(shippingFeeMinor, currency),
        stock.units(),
        version,
        ladder().breaks(),
        stock.places(),
        Packs.of(orderLeast, orderPack, orderMost));
  }
}
