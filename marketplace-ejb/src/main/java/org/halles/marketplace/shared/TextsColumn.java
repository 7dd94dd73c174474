package org.halles.marketplace.shared;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

/** {@link Texts} in a {@code jsonb} column. */
@Converter
public class TextsColumn extends JsonColumn<Texts> {

  public TextsColumn() {
    super(new TypeReference<>() {});
  }
}
