package org.halles.marketplace.catalog;

import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * What a vendor sells to one buyer only, as the two have agreed: everything at once, for this
 * price.
 *
 * @param number by which both know it; becomes the article number
 * @param shipping what bringing it costs; zero for a service
 * @param deliveryDays from the payment on
 * @param image media id of its picture, or null
 */
public record Agreement(
    UUID vendorId,
    UUID buyerId,
    String number,
    ListingKind kind,
    Texts title,
    UUID categoryId,
    Money price,
    Money shipping,
    int deliveryDays,
    String image) {}
