package org.halles.marketplace.hold;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;
import org.jboss.logging.Logger;

/** Looks every minute whose money has waited long enough. Every node may run it. */
@ApplicationScoped
class ReleaseWorker extends SystemWorker {

  private static final Logger LOG = Logger.getLogger(ReleaseWorker.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int BATCH = 50;

  private Releases releases;

  protected ReleaseWorker() {}

  @Inject
  ReleaseWorker(Releases releases, CurrentCaller caller, ManagedThreadFactory threads) {
    super("releases", PAUSE, caller, threads);
    this.releases = releases;
  }

  @Override
  protected boolean turn() {
    int done = each(releases.due(BATCH), releases::release);
    done += each(releases.reservesDue(BATCH), releases::releaseReserve);
    return done >= BATCH;
  }

  /** One that cannot be released must not hold up the others. */
  private static int each(List<UUID> orders, Consumer<UUID> work) {
    int done = 0;
    for (UUID order : orders) {
      try {
        work.accept(order);
        done++;
      } catch (RuntimeException failure) {
        LOG.errorf(failure, "the money of vendor order %s could not be released yet", order);
      }
    }
    return done;
  }
}
