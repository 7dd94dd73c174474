package org.halles.marketplace.shared;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Keeps a value in a {@code jsonb} column of an entity. Subclass it per type, and say on the field
 * {@code @ColumnTransformer(write = JsonColumn.WRITE)} and {@code columnDefinition = "jsonb"}.
 */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {

  /** How a text becomes {@code jsonb} on its way in. */
  public static final String WRITE = "cast(? as jsonb)";

  private final TypeReference<T> type;

  protected JsonColumn(TypeReference<T> type) {
    this.type = type;
  }

  @Override
  public String convertToDatabaseColumn(T value) {
    return value == null ? null : Json.write(value);
  }

  @Override
  public T convertToEntityAttribute(String json) {
    try {
      return json == null ? null : Json.mapper().readValue(json, type);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + type.getType(), broken);
    }
  }
}
