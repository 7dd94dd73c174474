package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;

/**
 * What comes by itself when a month is over: fees are charged, then what a month lacks is invoiced.
 * Doing it again does nothing.
 */
@ApplicationScoped
class MonthEnd {

  private FeeCharging charging;
  private Issuing issuing;
  private InvoiceRows rows;
  private Clock clock;

  protected MonthEnd() {}

  @Inject
  MonthEnd(FeeCharging charging, Issuing issuing, InvoiceRows rows, Clock clock) {
    this.charging = charging;
    this.issuing = issuing;
    this.rows = rows;
    this.clock = clock;
  }

  /** The month before today's. */
  @Allowed(Role.SYSTEM)
  public YearMonth last() {
    LocalDate today = BusinessCalendar.dayOf(clock.instant());
    return YearMonth.from(today).minusMonths(1);
  }

  /**
   * Charges every vendor what a month's fees come to, one transaction each. They are of the month
   * in which they are charged for the ledger and for invoices.
   */
  @Allowed(Role.SYSTEM)
  public void chargeFees(YearMonth month) {
    charging.due(month).forEach(due -> charging.charge(due, month));
  }

  /** Issues what a month lacks, once the platform said who issues it. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void invoice(YearMonth month) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (rows.issuer().isPresent()) {
      issuing.issue(month, now);
    }
  }
}
