package org.halles.marketplace.order;

import java.util.UUID;
import org.halles.spi.Money;

/** An order group, locked for the rest of the caller's transaction. */
public record LockedOrder(
    UUID id,
    String number,
    OrderGroupStatus status,
    UUID cartId,
    String email,
    String language,
    Money total) {}
