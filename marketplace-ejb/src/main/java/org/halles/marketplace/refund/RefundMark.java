package org.halles.marketplace.refund;

import java.util.List;
import org.halles.spi.Money;

/** How much of a purchase's money went back, in a word. */
final class RefundMark {

  private RefundMark() {}

  /**
   * @param given what the buyer has, or will have, back
   * @param paid what the buyer paid
   */
  static String of(List<Subject> subjects, Money given, Money paid) {
    if (given.isZero() && subjects.stream().allMatch(subject -> subject.refunded().isZero())) {
      return "NONE";
    }
    // not by the legs: goodwill that was taken back and then refused leaves the buyer short
    return given.equals(paid) ? "REFUNDED" : "PARTLY_REFUNDED";
  }
}
