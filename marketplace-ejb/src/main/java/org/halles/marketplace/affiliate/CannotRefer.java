package org.halles.marketplace.affiliate;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** An affiliate cannot become what was asked for. */
public final class CannotRefer extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotRefer(String code, String message, Map<String, Object> facts) {
    super(Kind.CONFLICT, code, message, facts);
  }

  static CannotRefer taken(String code) {
    return new CannotRefer(
        "affiliate-code-taken",
        "the code '" + code + "' is another affiliate’s; choose another one",
        Map.of("code", code));
  }

  static CannotRefer status(AffiliateStatus status) {
    return new CannotRefer(
        "wrong-affiliate-status",
        "the affiliate is " + status + ", which does not allow this; load the list again",
        Map.of("status", status.name()));
  }
}
