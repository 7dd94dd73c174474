package org.halles.marketplace.hold;

import java.time.Instant;
import java.time.LocalDate;
import org.halles.spi.Money;

/**
 * Money of a vendor that becomes available on a day that is known.
 *
 * @param order number of the vendor's order it was earned with
 * @param kind {@code PENDING}: it waits after delivery; {@code UNCONFIRMED}: it waits for word of
 *     the delivery, at the latest until then; {@code RESERVE}: it was kept back
 * @param on the day, in the marketplace's time zone
 * @param at the instant
 */
public record Ripening(String order, String kind, Money amount, LocalDate on, Instant at) {}
