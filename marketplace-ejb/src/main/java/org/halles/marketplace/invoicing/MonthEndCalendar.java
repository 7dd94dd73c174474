package org.halles.marketplace.invoicing;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;

/** Looks several times a day whether a month has ended. */
@ApplicationScoped
class MonthEndCalendar extends SystemWorker {

  private MonthEnd monthEnd;

  protected MonthEndCalendar() {}

  @Inject
  MonthEndCalendar(MonthEnd monthEnd, CurrentCaller caller, ManagedThreadFactory threads) {
    super("month-end", Duration.ofHours(3), caller, threads);
    this.monthEnd = monthEnd;
  }

  @Override
  protected boolean turn() {
    YearMonth last = monthEnd.last();
    monthEnd.chargeFees(last);
    monthEnd.invoice(last);
    return false;
  }
}
