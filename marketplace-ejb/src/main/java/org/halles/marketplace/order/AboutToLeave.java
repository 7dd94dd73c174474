package org.halles.marketplace.order;

import java.util.UUID;

/**
 * Goods of a purchase whose money is only held are about to leave; told before, outside any
 * transaction. Whoever cannot take the money refuses.
 *
 * @param number of the part
 * @param waits false if nobody has the time to wait for a gateway now: the money is taken in a
 *     moment, and the goods leave when they are tried again
 */
public record AboutToLeave(UUID orderGroup, String number, boolean waits) {}
