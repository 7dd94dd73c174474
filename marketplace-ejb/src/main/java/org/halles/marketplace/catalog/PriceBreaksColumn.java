package org.halles.marketplace.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.halles.marketplace.shared.JsonColumn;
import org.halles.marketplace.shared.PriceLadder;

/** The steps of an offer's price in a {@code jsonb} column. */
@Converter
class PriceBreaksColumn extends JsonColumn<List<PriceLadder.Stored>> {

  PriceBreaksColumn() {
    super(new TypeReference<>() {});
  }
}
