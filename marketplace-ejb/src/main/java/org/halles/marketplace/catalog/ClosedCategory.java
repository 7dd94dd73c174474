package org.halles.marketplace.catalog;

import java.util.UUID;

/**
 * A category in which a vendor may not sell.
 *
 * @param category its slug
 * @param reason {@code archived}: nothing new is put there; {@code named-only}: it is for the
 *     vendors that the marketplace has named; {@code traders-only}: it is not for private persons
 */
public record ClosedCategory(UUID id, String category, String reason) {}
