package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;
import org.halles.spi.Money;

/**
 * Everything a cart and a quote need to know of an offer.
 *
 * @param offerVersion the terms; a cart priced on another version must be shown again
 * @param onSale false if the listing is not live, the offer withdrawn or the vendor not approved
 * @param stock units on hand, or null where they are not counted
 * @param categoryPath slugs from the root to the listing's own
 */
public record OfferForSale(
    UUID offerId,
    int offerVersion,
    UUID listingId,
    String listingSlug,
    ListingKind kind,
    VendorCard vendor,
    String vendorCountry,
    boolean professional,
    Texts title,
    String sku,
    Map<String, String> options,
    String imageMedia,
    Money price,
    Integer stock,
    boolean onSale,
    int leadTimeDays,
    int weightGrams,
    Money shippingFee,
    List<String> categoryPath,
    String taxClass,
    Map<String, String> attributes) {}
