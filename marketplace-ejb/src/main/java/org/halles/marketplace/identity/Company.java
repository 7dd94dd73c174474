package org.halles.marketplace.identity;

/**
 * The company somebody buys for: whom invoices are made out to.
 *
 * @param vatId as its country writes it, without spaces
 * @param line2 may be missing
 * @param country ISO 3166-1 alpha-2
 */
public record Company(
    String name,
    String vatId,
    String line1,
    String line2,
    String postalCode,
    String city,
    String country) {}
