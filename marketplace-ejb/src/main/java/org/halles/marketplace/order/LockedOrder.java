package org.halles.marketplace.order;

import java.util.UUID;
import org.halles.spi.Money;

/**
 * An order group, locked for the rest of the caller's transaction.
 *
 * @param credit what of the total gift cards and store credit pay
 * @param downloadAtOnce whether the buyer wants its files at once and gives up the right of
 *     withdrawal for it; null if there are none
 * @param gatewayFeeVersion the terms by which vendors bear what gateways keep; null: they bear
 *     nothing
 */
public record LockedOrder(
    UUID id,
    String number,
    OrderGroupStatus status,
    UUID cartId,
    String email,
    String language,
    Money total,
    Money credit,
    Boolean downloadAtOnce,
    Integer gatewayFeeVersion) {}
