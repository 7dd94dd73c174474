package org.halles.it;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what tests have started when the test's JVM ends: last started, first stopped. */
final class AtExit {
  private static final Deque<Stop> STARTED = new ArrayDeque<>();

  private AtExit() {}

  /** Something that takes a moment to stop. */
  interface Stop {
    void stop() throws InterruptedException;
  }

  static synchronized void stop(Stop stop) {
    if (STARTED.isEmpty()) {
      Runtime.getRuntime().addShutdownHook(new Thread(AtExit::stopAll, "stop-what-tests-started"));
    }
    STARTED.push(stop);
  }

  private static synchronized void stopAll() {
    try {
      while (!STARTED.isEmpty()) {
        STARTED.pop().stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
