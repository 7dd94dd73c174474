package org.halles.marketplace.order;

import java.util.UUID;

/**
 * From which of the vendor's stock places units of an order line come.
 *
 * @param line the order line
 * @param code what programs call the place
 * @param place what the vendor calls it
 */
public record TakenFrom(UUID line, String code, String place, int quantity) {}
