package org.halles.marketplace.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * Money that a gateway holds for a purchase, locked for the rest of the caller's transaction.
 *
 * @param transaction what holds it
 * @param until when the gateway lets it go by itself
 * @param captureId the transaction that takes it; null while nobody has asked for that
 */
public record Authorisation(PaymentTransaction transaction, Instant until, UUID captureId) {

  /** True if somebody asked the gateway to take it, and the end of that is not known. */
  public boolean isBeingCaptured() {
    return captureId != null;
  }
}
