package org.halles.marketplace.invoicing;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A fee.
 *
 * @param vendor slug of who pays it, or null for every vendor
 * @param firstMonth the first month it is charged for, such as {@code 2026-11}
 * @param endedAt since when it is charged no more, or null
 * @param charges how often it was charged
 */
public record FeeView(
    UUID id,
    FeeKind kind,
    Texts title,
    Money amount,
    String vendor,
    int freeUnits,
    String firstMonth,
    Instant endedAt,
    long charges) {}
