package org.halles.launcher.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Does the same to many things, a few at a time, and says how far it is. */
final class Workers {
  private static final int AT_A_TIME = 8;
  private static final long SAY_EVERY_NANOS = 2_000_000_000L;

  private Workers() {}

  /** The results in the order of the inputs; the first failure ends it. */
  static <T, R> List<R> each(String what, Collection<T> inputs, Function<T, R> work) {
    ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    long start = System.nanoTime();
    AtomicInteger done = new AtomicInteger();
    try {
      List<Future<R>> futures = new ArrayList<>();
      for (T input : inputs) {
        futures.add(
            pool.submit(
                () -> {
                  R result = work.apply(input);
                  done.incrementAndGet();
                  return result;
                }));
      }
      return collect(what, futures, done, start);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> List<R> collect(
      String what, List<Future<R>> futures, AtomicInteger done, long start) {
    List<R> results = new ArrayList<>();
    long said = start;
    for (Future<R> future : futures) {
      results.add(result(future));
      if (System.nanoTime() - said > SAY_EVERY_NANOS) {
        said = System.nanoTime();
        say(what, done.get(), futures.size(), start);
      }
    }
    say(what, futures.size(), futures.size(), start);
    return results;
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void say(String what, int done, int all, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("  %s: %d of %d (%.1f a second)%n", what, done, all, done / seconds);
  }
}
