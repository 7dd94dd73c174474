package org.halles.marketplace.catalog;

import org.halles.marketplace.shared.Texts;

/**
 * A picture of a listing.
 *
 * @param media id of a stored file
 * @param alt what is on it
 */
public record ImageInput(String media, Texts alt) {}
