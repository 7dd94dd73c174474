package org.halles.marketplace.download;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.BackgroundLoop;

/** Looks every minute for files that opened. */
@ApplicationScoped
class OpeningWorker {

  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected OpeningWorker() {}

  @Inject
  OpeningWorker(Opening opening, CurrentCaller caller, ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop =
        new BackgroundLoop("downloads", Duration.ofMinutes(1), () -> deliver(opening, caller));
  }

  private static boolean deliver(Opening opening, CurrentCaller caller) {
    int[] delivered = new int[1];
    caller.run(Caller.SYSTEM, () -> delivered[0] = opening.deliverDue());
    return delivered[0] == Opening.BATCH;
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }
}
