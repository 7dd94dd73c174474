package org.halles.web.shop;

import java.math.BigDecimal;
import org.halles.spi.Money;

/**
 * A listing as a card shows it.
 *
 * @param from true if the price is the lowest of several
 * @param promise when it can arrive, or null
 * @param badge a word on the picture, or null
 * @param badgeKind how the badge looks
 * @param rating what buyers gave on average, of five, or null
 * @param reviews how many buyers
 * @param out true if none can be had now
 */
public record Good(
    String href,
    String image,
    String title,
    String vendor,
    Money price,
    boolean from,
    String promise,
    String badge,
    String badgeKind,
    BigDecimal rating,
    int reviews,
    boolean out) {}
