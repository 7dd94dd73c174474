package org.halles.marketplace.invoicing;

import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A fee the operator wants.
 *
 * @param kind {@code subscription}, {@code listing}, {@code order} or {@code penalty}
 * @param title as vendors read it
 * @param amount for a unit, before VAT
 * @param vendor who pays it, or null for every vendor
 * @param freeUnits listings or orders a month that cost nothing; none if null
 */
public record FeeInput(String kind, Texts title, Money amount, UUID vendor, Integer freeUnits) {}
