package org.halles.marketplace.promotion;

import java.util.Objects;
import org.halles.spi.Money;

/** What vendors agreed to when they joined a campaign: they are bound to nothing dearer. */
final class Agreement {

  private Agreement() {}

  /** True unless it got cheaper for the vendors, or only its title or its days changed. */
  static boolean isExceeded(PromotionView before, PromotionView after) {
    return !givesTheSame(before, after)
        || after.platformBasisPoints() < before.platformBasisPoints()
        || isEasier(before.minimum(), after.minimum())
        || isLooser(before.totalLimit(), after.totalLimit())
        || isLooser(before.buyerLimit(), after.buyerLimit())
        || after.stackable() && !before.stackable();
  }

  private static boolean givesTheSame(PromotionView before, PromotionView after) {
    return Objects.equals(before.basisPoints(), after.basisPoints())
        && Objects.equals(before.amount(), after.amount())
        && before.target() == after.target()
        && before.targets().equals(after.targets());
  }

  /** True if purchases are enough now that were too small before, or may be. */
  private static boolean isEasier(Money before, Money after) {
    if (before == null || after == null) {
      return before != null;
    }
    return !after.currency().equals(before.currency()) || after.compareTo(before) < 0;
  }

  /** True if it can be used more often now; no limit is the loosest. */
  private static boolean isLooser(Integer before, Integer after) {
    return before != null && (after == null || after > before);
  }
}
