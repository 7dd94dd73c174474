package org.halles.marketplace.credit;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;
import org.jboss.logging.Logger;

/** Looks every few minutes which cards have expired. Every node may run it. */
@ApplicationScoped
class ExpiryWorker extends SystemWorker {

  private static final Logger LOG = Logger.getLogger(ExpiryWorker.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int BATCH = 50;

  private Expiry expiry;

  protected ExpiryWorker() {}

  @Inject
  ExpiryWorker(Expiry expiry, CurrentCaller caller, ManagedThreadFactory threads) {
    super("credit-expiry", PAUSE, caller, threads);
    this.expiry = expiry;
  }

  @Override
  protected boolean turn() {
    return expire(expiry.due(BATCH)) == BATCH;
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
