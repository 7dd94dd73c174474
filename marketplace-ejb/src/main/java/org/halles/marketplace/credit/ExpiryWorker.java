package org.halles.marketplace.credit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.BackgroundLoop;
import org.jboss.logging.Logger;

/** Looks every few minutes which cards have expired. Every node may run it. */
@ApplicationScoped
class ExpiryWorker {

  private static final Logger LOG = Logger.getLogger(ExpiryWorker.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int BATCH = 50;

  private Expiry expiry;
  private CurrentCaller caller;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected ExpiryWorker() {}

  @Inject
  ExpiryWorker(Expiry expiry, CurrentCaller caller, ManagedThreadFactory threads) {
    this.expiry = expiry;
    this.caller = caller;
    this.threads = threads;
    this.loop = new BackgroundLoop("credit-expiry", PAUSE, this::round);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** One round; true if there is more to do at once. */
  boolean round() {
    int[] done = new int[1];
    caller.run(Caller.SYSTEM, () -> done[0] = expire(expiry.due(BATCH)));
    return done[0] == BATCH;
  }

  /** One that cannot be expired must not hold up the others. */
  private int expire(List<UUID> due) {
    int done = 0;
    for (UUID card : due) {
      try {
        expiry.expire(card);
        done++;
      } catch (RuntimeException failure) {
        LOG.errorf(failure, "what is left of credit %s could not be taken off yet", card);
      }
    }
    return done;
  }
}
