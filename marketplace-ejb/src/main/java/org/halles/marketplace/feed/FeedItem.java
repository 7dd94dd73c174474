package org.halles.marketplace.feed;

import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * One offer as others show it.
 *
 * @param several true if the listing has more offers: they are variants of one article
 * @param options what sets it apart from them, such as {@code size: M}
 * @param description cleaned HTML
 * @param image media id
 * @param brand or null
 * @param gtin or null
 * @param condition such as {@code NEW}
 */
public record FeedItem(
    UUID offerId,
    UUID listingId,
    boolean several,
    Map<String, String> options,
    String slug,
    Texts title,
    Texts description,
    String image,
    String brand,
    String gtin,
    String condition,
    Money price,
    boolean available,
    String vendor) {}
