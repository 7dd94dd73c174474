package org.halles.marketplace.request;

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

/** Looks once a minute for requests and agreements whose time ran out. */
@ApplicationScoped
class LapsingWorker {

  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected LapsingWorker() {}

  @Inject
  LapsingWorker(Lapsing lapsing, CurrentCaller caller, ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop =
        new BackgroundLoop(
            "requests",
            Duration.ofMinutes(1),
            () -> {
              boolean[] more = new boolean[1];
              caller.run(Caller.SYSTEM, () -> more[0] = lapsing.some());
              return more[0];
            });
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }
}
