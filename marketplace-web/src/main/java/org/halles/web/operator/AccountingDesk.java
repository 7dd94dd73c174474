package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.halles.marketplace.ledger.History;
import org.halles.marketplace.ledger.TrialBalance;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** The trial balance of a span of days, and what an accountant takes home. */
@Named
@RequestScoped
public class AccountingDesk {

  @Inject
  @Param(name = "from")
  private String typedFrom;

  @Inject
  @Param(name = "to")
  private String typedTo;

  @Inject private History history;
  @Inject private Clock clock;

  private TrialBalance balance;
  private String wrong;

  /** The first day; the first of January if none was typed. */
  public LocalDate getFrom() {
    return day("from", typedFrom, today().withDayOfYear(1));
  }

  /** The last day; today if none was typed. */
  public LocalDate getTo() {
    return day("to", typedTo, today());
  }

  /** The trial balance, or null if the days make no span. */
  public TrialBalance getBalance() {
    if (balance == null && wrong == null) {
      try {
        balance = history.trialBalance(getFrom(), getTo());
      } catch (InvalidInput refused) {
        wrong = refused.violations().get(0).value();
      }
    }
    return balance;
  }

  /** Where the same is to be had line by line. */
  public String getTable() {
    return Query.of("/operator/files/trial-balance.csv")
        .with("from", getFrom().toString())
        .with("to", getTo().toString())
        .toString();
  }

  private LocalDate today() {
    return BusinessCalendar.dayOf(clock.instant());
  }

  private LocalDate day(String field, String typed, LocalDate otherwise) {
    if (typed == null || typed.isBlank()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException malformed) {
      throw new InvalidInput(new Violation(field, "must be a date such as 2026-01-31", typed));
    }
  }
}
