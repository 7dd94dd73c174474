package org.halles.marketplace.shared;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * One thread of the server that does the same small step again and again: at once while there is
 * more to do, else after a pause or when woken. A step that fails, for instance because the
 * database is away, is logged once and tried again with growing pauses; it never ends the loop.
 */
public final class BackgroundLoop {

  private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /** Where there is always something to do, it gathers so many times longer. */
  private static final int BUSY = 8;

  private final String name;
  private final Duration pause;
  private final Duration gathering;
  private final BooleanSupplier step;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean stopping;
  private volatile Thread thread;
  private int failures;

  /**
   * @param step true if there is more to do at once
   */
  public BackgroundLoop(String name, Duration pause, BooleanSupplier step) {
    this(name, pause, Duration.ZERO, step);
  }

  /**
   * @param gathering how long it waits after it was woken, so that one step does the work of many;
   *     eight times as long if it was woken almost at once after the last step
   * @param step true if there is more to do at once
   */
  public BackgroundLoop(String name, Duration pause, Duration gathering, BooleanSupplier step) {
    this.name = name;
    this.pause = pause;
    this.gathering = gathering;
    this.step = step;
  }

  /** Begins, unless this server was told to do nothing by itself ({@code HALLES_WORKERS}). */
  public void start(ManagedThreadFactory threads) {
    if (!"false".equalsIgnoreCase(System.getenv("HALLES_WORKERS"))) {
      startAlways(threads);
    }
  }

  /** Begins on every server: for what it has to know of itself. */
  void startAlways(ManagedThreadFactory threads) {
    thread = threads.newThread(this::run);
    thread.setName("halles-" + name);
    thread.start();
  }

  /** Do the next step now. Cheap; may be called from anywhere. */
  public void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /** Ends after the step that is running, which is waited for a little. */
  public void stop() {
    stopping = true;
    bell.release();
    Thread running = thread;
    if (running == null) {
      return;
    }
    try {
      running.join(TimeUnit.SECONDS.toMillis(5));
      running.interrupt();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      if (!stepSafely()) {
        rest();
      }
    }
  }

  private boolean stepSafely() {
    try (LogContext turn = LogContext.open()) {
      boolean more = step.getAsBoolean();
      failures = 0;
      return more;
    } catch (RuntimeException | LinkageError failure) {
      failures++;
      if (failures == 1) {
        LOG.warnf(failure, "%s failed and will be tried again", name);
      } else {
        LOG.debugf("%s failed %d times in a row: %s", name, failures, failure);
      }
      return false;
    }
  }

  private void rest() {
    long millis =
        Math.min(pause.toMillis() * (1L << Math.min(failures, 5)), LONGEST_PAUSE.toMillis());
    long began = System.nanoTime();
    try {
      if (bell.tryAcquire(Math.max(millis, pause.toMillis()), TimeUnit.MILLISECONDS) && !stopping) {
        boolean busy = System.nanoTime() - began < BUSY * gathering.toNanos();
        Thread.sleep(busy ? BUSY * gathering.toMillis() : gathering.toMillis());
      }
      bell.drainPermits();
    } catch (InterruptedException interrupted) {
      stopping = true;
      Thread.currentThread().interrupt();
    }
  }
}
