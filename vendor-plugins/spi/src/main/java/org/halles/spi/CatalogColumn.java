package org.halles.spi;

/**
 * A column that a format understands.
 *
 * @param name as it stands in the header
 * @param field what it says
 * @param needed true if no listing can be made without it
 */
public record CatalogColumn(String name, CatalogField field, boolean needed) {}
