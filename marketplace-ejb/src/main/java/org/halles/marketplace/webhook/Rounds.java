package org.halles.marketplace.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.halles.marketplace.shared.BackgroundLoop;

/**
 * Sends what is due, several receivers at once. Receivers whose last answer took long have threads
 * of their own: whoever hangs keeps only others that hang waiting.
 */
@ApplicationScoped
class Rounds {

  private static final int BRISK = 4;
  private static final int SLOW = 2;

  /** Receivers that are served at once by this server. */
  static final int ALL = BRISK + SLOW;

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration GATHERING = Duration.ofMillis(50);

  private Sendings sendings;
  private Round round;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;
  private final Semaphore brisk = new Semaphore(BRISK);
  private final Semaphore slow = new Semaphore(SLOW);
  private volatile ExecutorService pool;

  protected Rounds() {}

  @Inject
  Rounds(Sendings sendings, Round round, ManagedThreadFactory threads) {
    this.sendings = sendings;
    this.round = round;
    this.threads = threads;
    this.loop = new BackgroundLoop("webhooks", PAUSE, GATHERING, this::sendOut);
  }

  void start(@Observes Startup serverStarted) {
    pool = Executors.newFixedThreadPool(ALL, threads);
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
    if (pool != null) {
      pool.shutdownNow();
    }
  }

  /** Something was put into the bag. */
  void wake() {
    loop.wake();
  }

  /** Sends somebody to each receiver that may be served now; whoever comes back wakes it again. */
  private boolean sendOut() {
    sendOut(false, brisk);
    sendOut(true, slow);
    return false;
  }

  private void sendOut(boolean toSlow, Semaphore free) {
    int most = free.drainPermits();
    int sent = 0;
    try {
      for (UUID subscription : sendings.take(toSlow, most)) {
        pool.execute(() -> serve(subscription, free));
        sent++;
      }
    } finally {
      free.release(most - sent);
    }
  }

  private void serve(UUID subscription, Semaphore free) {
    try {
      round.serve(subscription);
    } finally {
      free.release();
      loop.wake();
    }
  }
}
