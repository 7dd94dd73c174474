package org.halles.marketplace.review;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How buyers rate something, all reviews taken together.
 *
 * @param reviews how many there are
 * @param average the stars of a review on average, to one decimal; null without reviews
 */
public record Rating(int reviews, BigDecimal average) {

  /** Nobody has said anything yet. */
  public static final Rating NONE = new Rating(0, null);

  /**
   * @param stars the sum of all stars
   */
  public static Rating of(int reviews, int stars) {
    return reviews == 0
        ? NONE
        : new Rating(
            reviews,
            BigDecimal.valueOf(stars).divide(BigDecimal.valueOf(reviews), 1, RoundingMode.HALF_UP));
  }
}
