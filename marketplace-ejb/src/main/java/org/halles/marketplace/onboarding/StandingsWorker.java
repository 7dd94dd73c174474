package org.halles.marketplace.onboarding;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.halles.marketplace.shared.BackgroundLoop;

/** Looks at vendors when documents run out, terms fall due, or the checklist was composed anew. */
@ApplicationScoped
class StandingsWorker {

  private static final int BATCH = 20;

  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected StandingsWorker() {}

  @Inject
  StandingsWorker(Standings standings, ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop =
        new BackgroundLoop("standings", Duration.ofSeconds(30), () -> standings.refreshSome(BATCH));
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  void wake() {
    loop.wake();
  }
}
