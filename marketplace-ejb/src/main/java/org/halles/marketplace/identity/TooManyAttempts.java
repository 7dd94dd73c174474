package org.halles.marketplace.identity;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Too often in too short a time. */
public final class TooManyAttempts extends Refusal {

  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooManyAttempts(long retryAfterSeconds) {
    super(
        Kind.TOO_MANY,
        "too-many-attempts",
        "too many attempts: try again in " + minutes(retryAfterSeconds) + " min",
        Map.of("retryAfterSeconds", retryAfterSeconds));
    this.seconds = retryAfterSeconds;
  }

  /** How long to wait, rounded up. */
  public int minutes() {
    return minutes(seconds);
  }

  private static int minutes(long seconds) {
    return Math.toIntExact((seconds + 59) / 60);
  }
}
