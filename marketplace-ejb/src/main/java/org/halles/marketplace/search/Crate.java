package org.halles.marketplace.search;

import org.halles.marketplace.catalog.CategoryView;

/**
 * A category with what is in it.
 *
 * @param count of the listings on sale in it and below it
 * @param picture media id of one of them, or null
 */
public record Crate(CategoryView category, long count, String picture) {}
