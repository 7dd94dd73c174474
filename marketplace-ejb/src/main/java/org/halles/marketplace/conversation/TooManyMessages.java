package org.halles.marketplace.conversation;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** One side wrote too much about one order in a short time. */
public final class TooManyMessages extends Refusal {

  private static final long serialVersionUID = 1L;

  TooManyMessages(int most, long retryAfterSeconds) {
    super(
        Kind.TOO_MANY,
        "too-many-messages",
        "at most " + most + " messages an hour about one order: wait a while",
        Map.of("retryAfterSeconds", retryAfterSeconds));
  }
}
