package org.halles.api.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.ImageView;
import org.halles.marketplace.catalog.OfferView;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A listing as its vendor and the moderators see it; what can be sent back to edit it.
 *
 * @param status DRAFT, SUBMITTED, CHANGES_REQUESTED, LIVE, SUSPENDED or ARCHIVED
 * @param reviewNote what a moderator last said, or null
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
    Instant updatedAt) {

  /** One way to buy it; {@code id} is the offer's. */
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
      Money shippingFee) {

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
          offer.shippingFee());
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
        listing.updatedAt());
  }
}
