package org.halles.marketplace.refund;

import java.util.List;

/** How much of a purchase's money went back, in a word. */
final class RefundMark {

  private RefundMark() {}

  static String of(List<Subject> subjects) {
    if (subjects.stream().allMatch(subject -> subject.refunded().isZero())) {
      return "NONE";
    }
    boolean all = subjects.stream().allMatch(subject -> subject.left().isZero());
    return all ? "REFUNDED" : "PARTLY_REFUNDED";
  }
}
