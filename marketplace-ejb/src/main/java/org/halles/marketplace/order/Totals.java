package org.halles.marketplace.order;

import org.halles.spi.Money;

/**
 * A sum of money explained: {@code total = items + shipping + buyerFee + contribution + taxAdded -
 * discount}; {@code taxIncluded} only explains.
 */
public record Totals(
    Money items,
    Money shipping,
    Money discount,
    Money buyerFee,
    Money contribution,
    Money taxIncluded,
    Money taxAdded,
    Money total) {}
