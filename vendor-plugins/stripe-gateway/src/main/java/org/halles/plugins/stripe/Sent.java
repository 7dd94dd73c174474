package org.halles.plugins.stripe;

import java.time.Instant;
import java.util.Objects;
import org.halles.spi.Money;

/**
 * What was sent to Stripe under one key, written down before it was sent.
 *
 * @param amount null if nothing was ever sent
 * @param about the key of the hold that a capture takes, or null
 * @param stripeId Stripe's id of it, or null while we do not know whether it arrived
 */
record Sent(String key, Kind kind, Money amount, Instant at, String about, String stripeId) {

  enum Kind {
    /** A payment on Stripe's own page. */
    SESSION,
    /** A payment with a method that the buyer's client obtained from Stripe. */
    INTENT,
    /** What takes held money; Stripe's id is that of the charge it made. */
    CAPTURE,
    REFUND,
    TRANSFER,
    /** Given up before it was sent: it will not be sent any more. */
    NEVER
  }

  boolean isSameRequest(Sent other) {
    return kind == other.kind && amount.equals(other.amount) && Objects.equals(about, other.about);
  }

  Sent known(String id) {
    return new Sent(key, kind, amount, at, about, id);
  }
}
