package org.halles.marketplace.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Single calls of one extension, each with time for a network, on threads that can be given up. */
final class GuardedCalls {

  private enum State {
    WAITING,
    RUNNING,
    ENDED,
    GIVEN_UP
  }

  private final Extension extension;
  private final Workers workers;

  GuardedCalls(Extension extension, Workers workers) {
    this.extension = extension;
    this.workers = workers;
  }

  /** The answer, or empty if there was none: thrown, null or late. The fault is recorded. */
  <T> Optional<T> within(Duration budget, Supplier<T> call) {
    long start = System.nanoTime();
    AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    FutureTask<T> task;
    try {
      task = workers.start(() -> run(call, state));
    } catch (PluginsBusy full) {
      return fail("all threads are taken", start);
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
      return giveUp(task, state)
          ? fail("no answer within " + told(budget), start)
          : Optional.empty(); // it was never asked: nobody may hold that against it
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      giveUp(task, state);
      return fail("interrupted", start);
    }
  }

  private <T> T run(Supplier<T> call, AtomicReference<State> state) {
    if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
      return null;
    }
    try {
      return call.get();
    } finally {
      if (!state.compareAndSet(State.RUNNING, State.ENDED)) {
        extension.health().cameBack();
        workers.regainedOne();
      }
    }
  }

  /** True if the call had begun. */
  private boolean giveUp(FutureTask<?> task, AtomicReference<State> state) {
    boolean begun = !state.compareAndSet(State.WAITING, State.GIVEN_UP);
    if (state.compareAndSet(State.RUNNING, State.GIVEN_UP)) {
      extension.health().ranAway();
      workers.lostOne();
    }
    task.cancel(true);
    return begun;
  }

  private static String told(Duration budget) {
    return budget.toSeconds() > 0 ? budget.toSeconds() + " s" : budget.toMillis() + " ms";
  }

  private <T> Optional<T> fail(String message, long start) {
    extension.health().failed(message, System.nanoTime() - start);
    return Optional.empty();
  }
}
