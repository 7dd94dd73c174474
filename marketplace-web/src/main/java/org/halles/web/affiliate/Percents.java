package org.halles.web.affiliate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rates as people type and read them. */
final class Percents {

  private Percents() {}

  /** Hundredths of a percent; nothing typed is no rate, and more digits than there are is none. */
  static int points(BigDecimal percent) {
    if (percent == null) {
      return 0;
    }
    BigDecimal points = percent.movePointRight(2);
    boolean odd = points.stripTrailingZeros().scale() > 0 || points.abs().precision() > 9;
    return odd ? -1 : points.setScale(0, RoundingMode.UNNECESSARY).intValueExact();
  }

  static BigDecimal of(int points) {
    return BigDecimal.valueOf(points, 2).stripTrailingZeros();
  }
}
