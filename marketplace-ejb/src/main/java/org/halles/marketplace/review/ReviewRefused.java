package org.halles.marketplace.review;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A review or an answer cannot be taken now; says why. */
public final class ReviewRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private ReviewRefused(String code, String message) {
    super(Kind.CONFLICT, code, message, Map.of());
  }

  static ReviewRefused notReceived() {
    return new ReviewRefused(
        "review-not-received", "it has not been delivered yet: rate it once you have it");
  }

  static ReviewRefused settled(long days) {
    return new ReviewRefused(
        "review-settled", "a review can be changed for " + days + " days: this one stays as it is");
  }

  static ReviewRefused answered() {
    return new ReviewRefused(
        "review-answered", "this review has an answer already: a vendor answers once");
  }
}
