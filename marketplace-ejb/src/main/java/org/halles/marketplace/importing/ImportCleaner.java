package org.halles.marketplace.importing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.halles.marketplace.shared.BackgroundLoop;

/** Cleans up behind imports once an hour. */
@ApplicationScoped
class ImportCleaner {

  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected ImportCleaner() {}

  @Inject
  ImportCleaner(ImportCleaning cleaning, ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop = new BackgroundLoop("import cleaning", Duration.ofHours(1), cleaning::clean);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }
}
