package org.halles.marketplace.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The first call of foreign code, at deployment: it must not keep the marketplace from starting.
 */
final class FirstCall {

  /** It threw, or did not come back; the message says which. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }

  private FirstCall() {}

  static <T> T within(Duration limit, Callable<T> call) throws Failed {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "halles-plugin-first-call");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException thrown) {
      throw new Failed(Faults.describe(thrown.getCause()));
    } catch (TimeoutException late) {
      task.cancel(true);
      throw new Failed("no answer within " + limit.toSeconds() + " s");
    } catch (InterruptedException stop) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new Failed("interrupted");
    }
  }
}
