package org.halles.marketplace.pricing;

import java.time.LocalDate;

/**
 * When and how a buyer wishes a service.
 *
 * @param on the day, or null if any will do
 * @param note in the buyer's words, or null
 */
public record Wish(LocalDate on, String note) {}
