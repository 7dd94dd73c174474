package org.halles.marketplace.catalog;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The place cannot go: goods lie there, or orders were taken from it. */
public final class StockPlaceInUse extends Refusal {

  private static final long serialVersionUID = 1L;

  StockPlaceInUse(StockPlace place) {
    super(
        Kind.CONFLICT,
        "stock-place-in-use",
        "goods lie at "
            + place.name()
            + ", or orders were taken from it: count it down to 0, or turn it off",
        Map.of("place", place.code()));
  }
}
