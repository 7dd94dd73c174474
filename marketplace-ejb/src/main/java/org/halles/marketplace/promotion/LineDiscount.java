package org.halles.marketplace.promotion;

import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * What one promotion takes off one line.
 *
 * @param code that brought it, or null
 * @param amount above zero
 * @param platform the platform's part of it; the vendor bears the rest
 */
public record LineDiscount(
    UUID promotionId, int version, String code, Texts title, Money amount, Money platform) {

  public LineDiscount {
    if (!amount.isPositive() || platform.isNegative() || platform.compareTo(amount) > 0) {
      throw new IllegalArgumentException(
          "a discount of " + amount + " with " + platform + " of the platform");
    }
  }
}
