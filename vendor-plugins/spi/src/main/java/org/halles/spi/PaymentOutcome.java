package org.halles.spi;

import java.time.Instant;
import java.util.Objects;

/** What came of an operation at a gateway. */
public sealed interface PaymentOutcome {

  /**
   * The money moved.
   *
   * @param gatewayReference the gateway's own id
   * @param fee what the gateway keeps of it, zero or more
   */
  record Approved(String gatewayReference, Money fee) implements PaymentOutcome {}

  /**
   * The amount is held for us and not taken.
   *
   * @param gatewayReference the gateway's own id
   * @param until when the gateway lets it go by itself, UTC
   */
  record Authorised(String gatewayReference, Instant until) implements PaymentOutcome {

    public Authorised {
      Objects.requireNonNull(until, "until: say until when the amount is held");
    }
  }

  /**
   * The buyer must act first, for instance confirm at the bank.
   *
   * @param gatewayReference the gateway's own id
   * @param url where the buyer goes; absolute, or a path of this host
   */
  record RequiresAction(String gatewayReference, String url) implements PaymentOutcome {}

  /** Under way; the gateway will say later. */
  record Pending(String gatewayReference) implements PaymentOutcome {}

  /**
   * Certainly no money moved, and none will under this key.
   *
   * @param code stable, such as {@code card-declined} or {@code insufficient-funds}
   * @param message what to tell the buyer, in English; clients translate by code
   */
  record Declined(String code, String message) implements PaymentOutcome {

    /** The gateway said that it is down and took nothing. */
    public static final String UNAVAILABLE = "gateway-unavailable";

    /** The gateway never received the key and will not act on it any more. */
    public static final String NEVER_RECEIVED = "never-received";

    /** True if it says nothing about the money itself: the same may be asked for anew, later. */
    public boolean saysNothing() {
      return UNAVAILABLE.equals(code) || NEVER_RECEIVED.equals(code);
    }
  }

  /** Nobody can tell yet: time-out, broken connection, server error. */
  record Unknown(String detail) implements PaymentOutcome {}
}
