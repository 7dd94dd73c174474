package org.halles.marketplace.payout;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;

/** Proposes each business day's run, to be approved by a person. */
@ApplicationScoped
class PayoutCalendar extends SystemWorker {

  private PayoutDays days;

  protected PayoutCalendar() {}

  @Inject
  PayoutCalendar(PayoutDays days, CurrentCaller caller, ManagedThreadFactory threads) {
    super("payout-calendar", Duration.ofMinutes(10), caller, threads);
    this.days = days;
  }

  @Override
  protected boolean turn() {
    days.proposeToday();
    return false;
  }
}
