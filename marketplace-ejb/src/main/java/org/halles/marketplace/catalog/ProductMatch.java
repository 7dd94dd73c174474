package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * An article that other vendors sell already.
 *
 * @param gtin as it is stored, with fourteen digits
 * @param options of the very variant with this number
 * @param description of the listing that describes it best; empty where everybody sells it used
 * @param attributes what is said about it; where everybody sells it used, only what the
 *     marketplace's dictionary knows
 * @param images of the listing that describes it best; none where everybody sells it used
 * @param vendors how many sell it now
 * @param priceFrom what the cheapest asks, or null where nobody sells it now
 */
public record ProductMatch(
    UUID productId,
    String gtin,
    Texts title,
    Texts description,
    UUID categoryId,
    Map<String, String> options,
    Map<String, String> attributes,
    List<ImageView> images,
    int vendors,
    Money priceFrom) {}
