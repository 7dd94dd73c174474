package org.halles.marketplace.identity;

import java.time.Duration;
import java.util.Optional;

/** What a token is for, and how long it lasts. */
public enum TokenKind {
  /** A browser, by cookie. */
  SESSION(Duration.ofDays(30), Duration.ofHours(12)),
  /** A program that signed in with a password. */
  TOKEN(Duration.ofHours(24), Duration.ofHours(12)),
  /** A program with a key made in a portal; until it is revoked. */
  API_KEY(null, null);

  private final Duration usual;
  private final Duration operators;

  TokenKind(Duration usual, Duration operators) {
    this.usual = usual;
    this.operators = operators;
  }

  /** How long it lasts, shorter for who can do more; empty for ever. */
  Optional<Duration> lifetime(boolean operator) {
    return Optional.ofNullable(operator ? operators : usual);
  }
}
