package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Bounds what strangers may ask for, so that nobody's mailbox is flooded through the market. */
@ApplicationScoped
public class Attempts {

  private Throttle throttle;

  protected Attempts() {}

  @Inject
  Attempts(Throttle throttle) {
    this.throttle = throttle;
  }

  /**
   * Counts a letter to a stranger.
   *
   * @param whom the mailbox or application it is about
   * @param address of the network that asks
   * @throws TooManyAttempts if it is one too many
   */
  @Allowed(Role.ANYONE)
  public void applications(String whom, String address) {
    throttle.take(Limit.Kind.LETTERS_TO.of(whom), Limit.Kind.LETTERS_FROM.of(address));
  }
}
