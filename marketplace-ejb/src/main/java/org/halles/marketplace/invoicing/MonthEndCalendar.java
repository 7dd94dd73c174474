package org.halles.marketplace.invoicing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.BackgroundLoop;

/** Looks several times a day whether a month has ended. */
@ApplicationScoped
class MonthEndCalendar {

  private BackgroundLoop loop;
  private ManagedThreadFactory threads;

  protected MonthEndCalendar() {}

  @Inject
  MonthEndCalendar(MonthEnd monthEnd, CurrentCaller caller, ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop =
        new BackgroundLoop(
            "month-end",
            Duration.ofHours(3),
            () -> {
              caller.run(Caller.SYSTEM, () -> close(monthEnd));
              return false;
            });
  }

  private static void close(MonthEnd monthEnd) {
    YearMonth last = monthEnd.last();
    monthEnd.chargeFees(last);
    monthEnd.invoice(last);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }
}
