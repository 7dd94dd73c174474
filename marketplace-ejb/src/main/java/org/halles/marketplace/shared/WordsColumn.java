package org.halles.marketplace.shared;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.Map;

/** Names and values in a {@code jsonb} column. */
@Converter
public class WordsColumn extends JsonColumn<Map<String, String>> {

  public WordsColumn() {
    super(new TypeReference<>() {});
  }
}
