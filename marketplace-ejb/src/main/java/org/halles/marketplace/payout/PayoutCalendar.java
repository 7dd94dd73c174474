package org.halles.marketplace.payout;

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

/** Proposes each business day's run, to be approved by a person. */
@ApplicationScoped
class PayoutCalendar {

  private BackgroundLoop loop;
  private ManagedThreadFactory threads;

  protected PayoutCalendar() {}

  @Inject
  PayoutCalendar(PayoutDays days, CurrentCaller caller, ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop =
        new BackgroundLoop(
            "payout-calendar",
            Duration.ofMinutes(10),
            () -> {
              caller.run(Caller.SYSTEM, days::proposeToday);
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
