package org.halles.plugincheck;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks a plugin something small, and does not wait for ever. */
final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** It had no answer in time, or threw. */
  static final class Lost extends Exception {
    Lost(String message) {
      super(message);
    }
  }

  private Patience() {}

  /**
   * The answer.
   *
   * @param what what is asked for, as the message calls it
   * @throws Lost saying why there is none
   */
  static <T> T with(String what, Supplier<T> question) throws Lost {
    FutureTask<T> task = new FutureTask<>(question::get);
    Thread thread = new Thread(task, "question");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new Lost(
          "%s was not told within %d s: it loops or waits".formatted(what, LIMIT.toSeconds()));
    } catch (ExecutionException thrown) {
      throw new Lost("asked for %s it threw %s".formatted(what, thrown.getCause()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Lost("interrupted");
    }
  }
}
