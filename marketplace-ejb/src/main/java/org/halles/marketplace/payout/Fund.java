package org.halles.marketplace.payout;

import java.util.UUID;
import org.halles.spi.Money;

/**
 * Somebody buyers give to with their purchases, in one currency.
 *
 * @param id null while nobody named it: what was given for it waits
 * @param party under which gifts for it are booked
 * @param name null while nobody named it
 * @param account the end of its IBAN, or null
 * @param given by buyers, less what went back with their purchases
 * @param paid to it, or on its way
 * @param owed what is left; below zero: it was paid for gifts that went back later
 */
public record Fund(
    UUID id, String party, String name, String account, Money given, Money paid, Money owed) {}
