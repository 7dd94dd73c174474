package org.halles.spi;

import java.util.Objects;

/**
 * One thing a row says.
 *
 * @param field about what
 * @param name of the attribute, option or language, where the field has names; else empty
 * @param value as the field wants it; the platform checks it and tells the vendor what is wrong
 * @param column where in the file it stands, as the format knows the column
 */
public record CatalogFact(CatalogField field, String name, String value, String column) {

  public CatalogFact {
    Objects.requireNonNull(field);
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
    Objects.requireNonNull(column);
  }
}
