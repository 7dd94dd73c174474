package org.halles.marketplace.books;

import java.time.Instant;

/**
 * Up to where the books were found right.
 *
 * @param belowTx every posting of a transaction below this had been looked at
 * @param seal every seal up to this one had been read again
 * @param at when
 */
record Mark(String belowTx, long seal, Instant at) {}
