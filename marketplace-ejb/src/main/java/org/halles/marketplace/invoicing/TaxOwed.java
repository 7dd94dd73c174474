package org.halles.marketplace.invoicing;

import org.halles.spi.Money;

/**
 * Tax that the platform owes.
 *
 * @param account of the book
 * @param jurisdiction to whom, such as {@code FR}; null: VAT on commissions and fees
 * @param owed above zero
 */
public record TaxOwed(String account, String jurisdiction, Money owed) {}
