package org.halles.marketplace.ledger;

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

/** Adds new postings to the stored balances every few seconds, so that no checkout locks one. */
@ApplicationScoped
class BalanceRollUp {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected BalanceRollUp() {}

  @Inject
  BalanceRollUp(Balances balances, CurrentCaller caller, ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop =
        new BackgroundLoop(
            "balances",
            PAUSE,
            () -> {
              caller.run(Caller.SYSTEM, balances::rollUp);
              return false;
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
