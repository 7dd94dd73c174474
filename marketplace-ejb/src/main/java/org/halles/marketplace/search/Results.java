package org.halles.marketplace.search;

import org.halles.marketplace.shared.Page;

/**
 * What was found.
 *
 * @param guessed true if nothing had exactly these words and the hits are only spelt alike
 */
public record Results(Page<ListingCard> page, boolean guessed) {}
