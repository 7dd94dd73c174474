package org.halles.plugins.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Waits before it answers, or instead, as a gateway far away does. */
final class Slowness {

  private static final Duration SILENCE = Duration.ofMillis(200);

  private final Pause pause;

  Slowness(Pause pause) {
    this.pause = pause;
  }

  /** How time passes. */
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  void of(long millis) {
    try {
      if (millis > 0) {
        pause.millis(millis);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the gateway", interrupted);
    }
  }

  UncheckedIOException noAnswer() {
    of(SILENCE.toMillis());
    return new UncheckedIOException(new IOException("the gateway gave no answer"));
  }
}
