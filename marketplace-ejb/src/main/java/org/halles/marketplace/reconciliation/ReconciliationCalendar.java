package org.halles.marketplace.reconciliation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.BackgroundLoop;
import org.halles.marketplace.shared.BusinessCalendar;

/** Compares every gateway once a business day, before anybody proposes payouts. */
@ApplicationScoped
class ReconciliationCalendar {

  private static final LocalTime EARLY = LocalTime.of(4, 0);

  private Reconciliations reconciliations;
  private Payments payments;
  private Clock clock;
  private BackgroundLoop loop;
  private ManagedThreadFactory threads;

  protected ReconciliationCalendar() {}

  @Inject
  ReconciliationCalendar(
      Reconciliations reconciliations,
      Payments payments,
      Clock clock,
      CurrentCaller caller,
      ManagedThreadFactory threads) {
    this.reconciliations = reconciliations;
    this.payments = payments;
    this.clock = clock;
    this.threads = threads;
    this.loop =
        new BackgroundLoop(
            "reconciliation",
            Duration.ofMinutes(10),
            () -> {
              caller.run(Caller.SYSTEM, this::compareToday);
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

  private void compareToday() {
    Instant now = clock.instant();
    if (!now.atZone(BusinessCalendar.zone()).toLocalTime().isBefore(EARLY)) {
      payments
          .all()
          .forEach(gateway -> reconciliations.runOfDay(gateway, BusinessCalendar.dayOf(now)));
    }
  }
}
