package org.halles.marketplace.importing;

/**
 * A category as the file calls it.
 *
 * @param articles how many say so
 * @param slug what it is taken for here; null if nobody can tell
 */
public record FileCategory(String name, int articles, String slug) {}
