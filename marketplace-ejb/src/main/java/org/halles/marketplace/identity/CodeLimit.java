package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How often one address of the network may try codes that are worth money: a person mistyping. */
@ApplicationScoped
public class CodeLimit {

  private Throttle throttle;

  protected CodeLimit() {}

  @Inject
  CodeLimit(Throttle throttle) {
    this.throttle = throttle;
  }

  /**
   * Counts one attempt, before anybody looks whether the code is right.
   *
   * @throws TooManyAttempts if it is one too many
   */
  public void take(String address) {
    throttle.take(Limit.Kind.CODES.of(address));
  }

  /** Takes an attempt back: the code was right. */
  public void giveBack(String address) {
    throttle.giveBack(Limit.Kind.CODES.of(address));
  }
}
