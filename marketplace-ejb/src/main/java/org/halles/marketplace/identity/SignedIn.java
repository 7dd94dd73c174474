package org.halles.marketplace.identity;

import java.time.Instant;

/**
 * A fresh token and whose it is. The token is shown once: only a hash of it is kept.
 *
 * @param expiresAt null if it does not expire
 */
public record SignedIn(String token, Instant expiresAt, AccountView account) {

  @Override
  public String toString() {
    return "SignedIn[" + account.id() + "]";
  }
}
