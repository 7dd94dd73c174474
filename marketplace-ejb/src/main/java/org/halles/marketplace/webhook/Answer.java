package org.halles.marketplace.webhook;

/**
 * What became of one attempt.
 *
 * @param status what the receiver answered, or null if it did not
 * @param fault why it was not taken, or null if it was
 * @param excerpt the first characters of the answer, or null
 */
record Answer(int millis, Integer status, AttemptFault fault, String excerpt) {

  boolean isTaken() {
    return fault == null;
  }

  /** The receiver wants nothing any more. */
  boolean isGone() {
    return fault == AttemptFault.GONE;
  }

  /** It kept us waiting. */
  boolean isSlow() {
    return millis > 1_000;
  }
}
