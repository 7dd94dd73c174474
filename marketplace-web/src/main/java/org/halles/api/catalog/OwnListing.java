package org.halles.api.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.ChangeView;
import org.halles.marketplace.catalog.ImageView;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.OfferView;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A listing as its vendor and the moderators see it; what can be sent back to edit it.
 *
 * @param status DRAFT, SUBMITTED, CHANGES_REQUESTED, LIVE, SUSPENDED or ARCHIVED
 * @param reviewNote what a moderator last said about the listing, or null
 * @param liveAt when buyers first saw it, or null if they never did: SUSPENDED then means that it
 *     was refused
 * @param change the edit that buyers do not see yet, or null; everything beside it is what they see
 */
public record OwnListing(
    UUID id,
    UUID vendorId,
    String slug,
    String kind,
    String status,
    String reviewNote,
    Texts title,
    Texts description,
    UUID categoryId,
    Map<String, String> attributes,
    List<OwnOffer> variants,
    List<ImageView> images,
    Instant submittedAt,
    Instant liveAt,
    Instant updatedAt,
    Change change) {

  /**
   * An edit of a listing on sale.
   *
   * @param status SUBMITTED, CHANGES_REQUESTED or REJECTED
   * @param note what a moderator said about it, or null
   * @param fields what differs from what buyers see
   * @param listing how it would be; can be sent back to edit it further
   */
  public record Change(
      UUID id,
      String status,
      String note,
      List<String> fields,
      ListingInput listing,
      Instant submittedAt) {

    static Change of(ChangeView change) {
      return change == null
          ? null
          : new Change(
              change.id(),
              change.status().name(),
              change.note(),
              change.fields(),
              change.after(),
              change.submittedAt());
    }
  }

  /**
   * One way to buy it; {@code id} is the offer's.
   *
   * @param places how much of the stock lies where, by the stock places' codes; null where there is
   *     one place only
   * @param orderQuantity how many are sold at once
   */
  public record OwnOffer(
      UUID id,
      String sku,
      Map<String, String> options,
      Money price,
      Integer stock,
      String condition,
      int leadTimeDays,
      int weightGrams,
      String gtin,
      Money shippingFee,
      List<PriceBreak> priceBreaks,
      Map<String, Integer> places,
      OrderQuantity orderQuantity) {

    static OwnOffer of(OfferView offer) {
      return new OwnOffer(
          offer.id(),
          offer.sku(),
          offer.options(),
          offer.price(),
          offer.stock(),
          Codes.of(offer.condition()),
          offer.leadTimeDays(),
          offer.weightGrams(),
          offer.gtin(),
          offer.shippingFee(),
          offer.priceBreaks(),
          offer.places(),
          OrderQuantity.of(offer.orders()));
    }
  }

  /** What the domain says, in the contract's words. */
  public static OwnListing of(VendorListing listing) {
    return new OwnListing(
        listing.id(),
        listing.vendorId(),
        listing.slug(),
        Codes.of(listing.kind()),
        listing.status().name(),
        listing.reviewNote(),
        listing.title(),
        listing.description(),
        listing.categoryId(),
        listing.attributes(),
        listing.variants().stream().map(OwnOffer::of).toList(),
        listing.images(),
        listing.submittedAt(),
        listing.liveAt(),
        listing.updatedAt(),
        Change.of(listing.change()));
  }
}
