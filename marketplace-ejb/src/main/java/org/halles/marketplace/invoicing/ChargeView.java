package org.halles.marketplace.invoicing;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A fee that a vendor was charged.
 *
 * @param period the month it is for, or null for a penalty
 * @param reason of a penalty, or null
 */
public record ChargeView(
    UUID id,
    FeeKind kind,
    Texts title,
    String period,
    int units,
    Money net,
    Money vat,
    String reason,
    Instant at) {}
