package org.halles.marketplace.pricing;

import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * The tax on one amount.
 *
 * @param amount zero or more
 * @param rate share of the net price
 * @param jurisdiction such as {@code FR}, or null if no tax applies
 * @param label such as {@code TVA 20 %}, or null if no tax applies
 * @param included true if the price contains it
 */
public record TaxQuote(
    Money amount, Rate rate, String jurisdiction, String label, boolean included) {}
