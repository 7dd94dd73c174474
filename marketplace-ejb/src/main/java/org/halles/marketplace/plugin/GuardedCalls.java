package org.halles.marketplace.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Single calls of one extension, each with time for a network, on threads that can be given up. */
final class GuardedCalls {

  private final Extension extension;
  private final Workers workers;

  GuardedCalls(Extension extension, Workers workers) {
    this.extension = extension;
    this.workers = workers;
  }

  /** The answer, or empty if there was none: thrown, null or late. The fault is recorded. */
  <T> Optional<T> within(Duration budget, Supplier<T> call) {
    long start = System.nanoTime();
    AtomicBoolean givenUp = new AtomicBoolean();
    FutureTask<T> task;
    try {
      task = workers.start(() -> run(call, givenUp));
    } catch (PluginsBusy full) {
      return fail("all threads for gateways are taken", start);
    }
    try {
      T answer = task.get(budget.toNanos(), TimeUnit.NANOSECONDS);
      if (answer == null) {
        return fail("answered null", start);
      }
      extension.health().answered(System.nanoTime() - start);
      return Optional.of(answer);
    } catch (ExecutionException thrown) {
      return fail(Faults.describe(thrown.getCause()), start);
    } catch (TimeoutException late) {
      giveUp(task, givenUp);
      return fail("no answer within " + budget.toSeconds() + " s", start);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      giveUp(task, givenUp);
      return fail("interrupted", start);
    }
  }

  private <T> T run(Supplier<T> call, AtomicBoolean givenUp) {
    try {
      return call.get();
    } finally {
      if (!givenUp.compareAndSet(false, true)) {
        extension.health().cameBack();
        workers.regainedOne();
      }
    }
  }

  private void giveUp(FutureTask<?> task, AtomicBoolean givenUp) {
    if (givenUp.compareAndSet(false, true)) {
      extension.health().ranAway();
      workers.lostOne();
    }
    task.cancel(true);
  }

  private <T> Optional<T> fail(String message, long start) {
    extension.health().failed(message, System.nanoTime() - start);
    return Optional.empty();
  }
}
