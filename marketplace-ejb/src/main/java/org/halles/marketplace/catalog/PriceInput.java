package org.halles.marketplace.catalog;

/** An amount as it was sent: whole minor units and an ISO 4217 code, unchecked. */
public record PriceInput(Long minor, String currency) {}
