package org.halles.marketplace.payout;

import java.util.UUID;
import org.halles.spi.Money;

/**
 * What a vendor or an affiliate owes the marketplace.
 *
 * @param kind {@code VENDOR} or {@code AFFILIATE}
 * @param owed above zero
 */
public record Debt(UUID party, String kind, String name, Money owed) {}
