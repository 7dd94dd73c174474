package org.halles.marketplace.vendor;

/**
 * What an operator says about a vendor that may sell at once. Fields are as they were sent; {@link
 * Onboarding} names all that is wrong with them.
 *
 * @param name what buyers read
 * @param slug its name in URLs
 * @param country ISO 3166-1 alpha-2 of its seat
 * @param kind {@code professional} or {@code private}
 * @param ownerEmail the person who will own it; the account is made if there is none
 */
public record NewVendor(String name, String slug, String country, String kind, String ownerEmail) {}
