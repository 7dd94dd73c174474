package org.halles.spi;

/**
 * A way to ship a parcel, quoted.
 *
 * @param id stable while the vendor's configuration stands; what the buyer chooses by
 * @param label what the buyer reads
 * @param price what the buyer pays, tax included; never negative
 * @param minDays least days until delivery
 * @param maxDays most days until delivery; at least {@code minDays}
 */
public record ShippingOption(String id, String label, Money price, int minDays, int maxDays) {}
