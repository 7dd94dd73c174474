package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import org.halles.marketplace.invoicing.Invoices;
import org.halles.marketplace.invoicing.Party;
import org.halles.marketplace.shared.BusinessCalendar;

/** The market's invoices for the months of the demo's past. */
@ApplicationScoped
class DemoInvoices {

  private static final Party MARKET =
      new Party(
          "Halles SAS",
          "10 place du Marché, 75001 Paris",
          "RCS Paris 900 000 019",
          "FR40900000019",
          "FR");

  private Invoices invoices;

  protected DemoInvoices() {}

  @Inject
  DemoInvoices(Invoices invoices) {
    this.invoices = invoices;
  }

  /** Once; what comes later comes by itself. */
  void issue(Instant now) {
    if (invoices.issuer().isEmpty()) {
      invoices.issuer(MARKET);
      YearMonth month = YearMonth.from(BusinessCalendar.dayOf(now));
      invoices.issue(month.minusMonths(2));
      invoices.issue(month.minusMonths(1));
    }
  }
}
