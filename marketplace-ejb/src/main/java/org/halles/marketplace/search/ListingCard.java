package org.halles.marketplace.search;

import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;
import org.halles.spi.Money;

/**
 * A listing in a list.
 *
 * @param price the cheapest offer's
 * @param image media id, or null
 * @param available true if one can be had now
 * @param minDays the earliest it can arrive, in days, or null if it is not shipped
 * @param maxDays the latest, or null
 * @param reviews how many buyers have rated it
 * @param stars the sum of what they gave, of five each
 */
public record ListingCard(
    UUID id,
    String slug,
    String kind,
    Texts title,
    VendorCard vendor,
    UUID categoryId,
    String category,
    Money price,
    boolean severalPrices,
    String image,
    boolean available,
    Integer minDays,
    Integer maxDays,
    int reviews,
    int stars) {}
