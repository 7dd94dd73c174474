package org.halles.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;

/** Runs calls at the same moment, and measures them. */
final class Together {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TRIES = 10;

  private Together() {}

  /** The results of calls that begin together, in the order of the calls. */
  static <T> List<T> all(List<Callable<T>> calls) {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> call : calls) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof AssertionError broken) {
        throw broken;
      }
      throw new AssertionError(
          "a call failed when made by several threads at once", failed.getCause());
    } catch (TimeoutException late) {
      throw new AssertionError("calls made by several threads at once did not end", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Ten tries, so that pauses of a busy machine do not count against the plugin. */
  static void within(Duration budget, String what, Supplier<?> call) {
    Duration best = budget.multipliedBy(1_000);
    for (int tries = 0; tries < TRIES && best.compareTo(budget) > 0; tries++) {
      long begin = System.nanoTime();
      call.get();
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      best = taken.compareTo(best) < 0 ? taken : best;
    }
    if (best.compareTo(budget) > 0) {
      Assertions.fail(
          "%s took %d ms, the budget is %d ms: answer from memory, without waiting"
              .formatted(what, best.toMillis(), budget.toMillis()));
    }
  }
}
