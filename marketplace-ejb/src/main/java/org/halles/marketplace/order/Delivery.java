package org.halles.marketplace.order;

/** Who gets the goods and where; {@code line2} and {@code region} may be null. */
public record Delivery(
    String email,
    String name,
    String line1,
    String line2,
    String postalCode,
    String city,
    String region,
    String country) {}
