package org.halles.marketplace.refund;

import java.util.Map;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * What a buyer sent back, or withdrew from before it left.
 *
 * @param part the vendor's order
 * @param units by line
 * @param delivery so much of what the delivery cost, as far as it is left; goes back with the units
 *     after which nothing of the part is kept
 * @param restocked by line, those that are on sale again; null: the units never left
 * @param withdrawal true if the law gives it back, not the vendor
 * @param toCredit true if the buyer chose store credit instead of the money
 * @param reason for the buyer to read
 */
public record GoodsBack(
    UUID orderGroup,
    UUID part,
    Map<UUID, Integer> units,
    Money delivery,
    Map<UUID, Integer> restocked,
    boolean withdrawal,
    boolean toCredit,
    String reason) {}
