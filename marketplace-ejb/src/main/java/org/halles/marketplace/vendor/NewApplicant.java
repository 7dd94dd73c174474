package org.halles.marketplace.vendor;

import java.util.UUID;

/**
 * Somebody who has proved an address and would like to sell. What is in it was checked before.
 *
 * @param ownerId the account that will own the vendor
 */
public record NewApplicant(String name, VendorKind kind, String country, UUID ownerId) {}
