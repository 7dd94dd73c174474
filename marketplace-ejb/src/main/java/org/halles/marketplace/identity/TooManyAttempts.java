package org.halles.marketplace.identity;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Too often in too short a time. */
public final class TooManyAttempts extends Refusal {

  private static final long serialVersionUID = 1L;

  TooManyAttempts(long retryAfterSeconds) {
    super(
        Kind.TOO_MANY,
        "too-many-attempts",
        "too many attempts: try again in " + (retryAfterSeconds + 59) / 60 + " min",
        Map.of("retryAfter", retryAfterSeconds));
  }
}
