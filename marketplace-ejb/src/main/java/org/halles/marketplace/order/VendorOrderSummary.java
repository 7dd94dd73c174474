package org.halles.marketplace.order;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A vendor's order in its list.
 *
 * @param firstTitle of its first line
 * @param lines how many lines
 * @param units how many things
 */
public record VendorOrderSummary(
    UUID id,
    String number,
    VendorOrderStatus status,
    String buyerName,
    String city,
    String country,
    Texts firstTitle,
    int lines,
    int units,
    Money total,
    Instant placedAt) {}
