package org.halles.marketplace.identity;

import java.time.Duration;

/**
 * How often something may be tried in a while.
 *
 * @param key what is counted
 * @param most how many times
 * @param window in how long
 */
record Limit(String key, int most, Duration window) {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** A kind of limit, before it is known for whom. */
  enum Kind {
    /** Letters to one mailbox that somebody unknown asked for. */
    LETTERS_TO(5, Duration.ofHours(1)),
    /** Letters that one address of the network asked for. */
    LETTERS_FROM(60, Duration.ofHours(1)),
    /** Reports of listings and complaints from one address of the network. */
    REPORTS(30, Duration.ofHours(1)),
    /** Codes of gift cards that one address of the network tried in vain. */
    CODES(20, QUARTER),
    /** New accounts from one address of the network. */
    REGISTRATIONS(60, Duration.ofHours(1)),
    /** Wrong passwords for one account from one address of the network: a person mistyping. */
    SIGN_IN_HERE(8, QUARTER),
    /** Wrong passwords for one account from anywhere: many machines guessing one password. */
    SIGN_IN_ACCOUNT(50, QUARTER),
    /** Wrong passwords from one address of the network: one machine guessing many. */
    SIGN_IN_ADDRESS(100, QUARTER);

    private final int most;
    private final Duration window;

    Kind(int most, Duration window) {
      this.most = most;
      this.window = window;
    }

    Limit of(String whom) {
      return new Limit(name() + ":" + whom, most, window);
    }
  }
}
