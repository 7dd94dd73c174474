package org.halles.testkit;

import org.junit.jupiter.api.Assertions;

/** What a plugin promises by implementing an extension point. */
final class Promise {

  private Promise() {}

  /** Fails with this text if the promise was not kept. */
  static void check(boolean kept, String otherwise, Object... values) {
    if (!kept) {
      Assertions.fail(otherwise.formatted(values));
    }
  }
}
