package org.halles.marketplace.hold;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.BackgroundLoop;
import org.jboss.logging.Logger;

/** Looks every minute whose money has waited long enough. Every node may run it. */
@ApplicationScoped
class ReleaseWorker {

  private static final Logger LOG = Logger.getLogger(ReleaseWorker.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int BATCH = 50;

  private Releases releases;
  private CurrentCaller caller;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected ReleaseWorker() {}

  @Inject
  ReleaseWorker(Releases releases, CurrentCaller caller, ManagedThreadFactory threads) {
    this.releases = releases;
    this.caller = caller;
    this.threads = threads;
    this.loop = new BackgroundLoop("releases", PAUSE, this::round);
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
    caller.run(
        Caller.SYSTEM,
        () -> {
          done[0] += each(releases.due(BATCH), releases::release);
          done[0] += each(releases.reservesDue(BATCH), releases::releaseReserve);
        });
    return done[0] >= BATCH;
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
