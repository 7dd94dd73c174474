package org.halles.api.catalog;

import java.util.UUID;
import org.halles.marketplace.review.Rating;
import org.halles.marketplace.search.ListingCard;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;
import org.halles.spi.Money;

/**
 * A listing in a list.
 *
 * @param category its slug
 * @param price of the cheapest offer
 * @param image where its first picture is served, or null
 * @param available true if one can be had now
 * @param rating how buyers rate it
 */
public record ListingItem(
    UUID id,
    String slug,
    String kind,
    Texts title,
    VendorCard vendor,
    String category,
    Money price,
    String image,
    boolean available,
    Rating rating) {

  static ListingItem of(ListingCard card) {
    return new ListingItem(
        card.id(),
        card.slug(),
        Codes.of(card.kind()),
        card.title(),
        card.vendor(),
        card.category(),
        card.price(),
        MediaLink.of(card.image()),
        card.available(),
        Rating.of(card.reviews(), card.stars()));
  }
}
