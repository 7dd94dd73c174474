package org.halles.marketplace.order;

import java.util.UUID;

/**
 * Goods of a purchase whose money is only held are about to leave; told before, outside any
 * transaction. Whoever cannot take the money refuses.
 *
 * @param number of the part
 */
public record AboutToLeave(UUID orderGroup, String number) {}
