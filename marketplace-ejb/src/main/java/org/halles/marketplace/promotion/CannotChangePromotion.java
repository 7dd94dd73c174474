package org.halles.marketplace.promotion;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A promotion is not what it must be for this. */
public final class CannotChangePromotion extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotChangePromotion(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static CannotChangePromotion ended() {
    return new CannotChangePromotion(
        Kind.UNPROCESSABLE, "promotion-ended", "the promotion has ended: make a new one", Map.of());
  }

  static CannotChangePromotion stale(int version, int now) {
    return new CannotChangePromotion(
        Kind.CONFLICT,
        "promotion-changed",
        "the promotion was changed meanwhile: it is in version "
            + now
            + ", not "
            + version
            + "; look at it again",
        Map.of("version", now));
  }
}
