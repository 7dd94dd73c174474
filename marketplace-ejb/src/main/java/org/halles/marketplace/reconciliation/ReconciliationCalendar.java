package org.halles.marketplace.reconciliation;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.BusinessCalendar;

/** Compares every gateway once a business day, before anybody proposes payouts. */
@ApplicationScoped
class ReconciliationCalendar extends SystemWorker {

  private static final LocalTime EARLY = LocalTime.of(4, 0);

  private Reconciliations reconciliations;
  private Payments payments;
  private Clock clock;

  protected ReconciliationCalendar() {}

  @Inject
  ReconciliationCalendar(
      Reconciliations reconciliations,
      Payments payments,
      Clock clock,
      CurrentCaller caller,
      ManagedThreadFactory threads) {
    super("reconciliation", Duration.ofMinutes(10), caller, threads);
    this.reconciliations = reconciliations;
    this.payments = payments;
    this.clock = clock;
  }

  @Override
  protected boolean turn() {
    Instant now = clock.instant();
    if (!now.atZone(BusinessCalendar.zone()).toLocalTime().isBefore(EARLY)) {
      payments
          .all()
          .forEach(gateway -> reconciliations.runOfDay(gateway, BusinessCalendar.dayOf(now)));
    }
    return false;
  }
}
