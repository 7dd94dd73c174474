package org.halles.marketplace.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.halles.marketplace.shared.BackgroundLoop;

/** Forgets once an hour. */
@ApplicationScoped
class ForgettingWorker {

  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected ForgettingWorker() {}

  @Inject
  ForgettingWorker(Forgetting forgetting, ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop = new BackgroundLoop("old-webhooks", Duration.ofHours(1), forgetting::forget);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }
}
