package org.halles.marketplace.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.halles.marketplace.shared.JsonColumn;

/** A listing as its vendor sends it, in a {@code jsonb} column. */
@Converter
class ListingInputColumn extends JsonColumn<ListingInput> {

  ListingInputColumn() {
    super(new TypeReference<>() {});
  }
}
