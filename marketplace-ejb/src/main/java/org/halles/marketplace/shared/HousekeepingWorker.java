package org.halles.marketplace.shared;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tidies up once an hour. */
@ApplicationScoped
class HousekeepingWorker {

  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected HousekeepingWorker() {}

  @Inject
  HousekeepingWorker(Housekeeping housekeeping, ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop = new BackgroundLoop("housekeeping", Duration.ofHours(1), housekeeping::tidy);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }
}
