package org.halles.web.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.halles.marketplace.invoicing.InvoiceSort;
import org.halles.marketplace.invoicing.InvoiceView;
import org.halles.marketplace.invoicing.Invoices;
import org.halles.marketplace.invoicing.Party;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;

/** The operator's invoices to vendors: who issues them, issuing a month, and all of them. */
@Named
@RequestScoped
public class InvoiceDesk {

  private static final String PATH = "/operator/invoices";

  @Inject @Param private String sort;
  @Inject @Param private String cursor;
  @Inject @Param private String period;
  @Inject private Invoices invoices;
  @Inject private Clock clock;
  @Inject private Say say;

  private Page<InvoiceView> page;
  private IssuerForm issuer;
  private String month;

  public List<InvoiceView> getInvoices() {
    return page().items();
  }

  public String getPeriod() {
    return period;
  }

  /** Who issues them, as it is typed. */
  public IssuerForm getIssuer() {
    if (issuer == null) {
      issuer = IssuerForm.of(invoices.issuer().orElse(null));
    }
    return issuer;
  }

  public void saveIssuer() {
    Party typed = getIssuer().party();
    if (say.trying(() -> invoices.issuer(typed))) {
      say.done("invoices.issuer-saved");
    }
  }

  /** The month to issue: the last one that is over, until another is typed. */
  public String getMonth() {
    if (month == null) {
      month = YearMonth.from(BusinessCalendar.dayOf(clock.instant())).minusMonths(1).toString();
    }
    return month;
  }

  public void setMonth(String month) {
    this.month = month == null ? null : month.strip();
  }

  public void issue() {
    try {
      YearMonth wanted = YearMonth.parse(getMonth());
      int[] issued = new int[1];
      if (say.trying(() -> issued[0] = invoices.issue(wanted))) {
        say.done("invoices.issued", issued[0], wanted);
      }
    } catch (DateTimeException unreadable) {
      say.wrong("invoices.bad-month");
    }
    page = null;
  }

  /** On paper. */
  public String paperOf(InvoiceView invoice) {
    return "/operator/files/invoice.pdf?number=" + invoice.number();
  }

  /** How the list is sorted. */
  public Sorts<InvoiceSort> getSorts() {
    return Sorts.of(
        InvoiceSort.class, sort, InvoiceSort.NEWEST, () -> Query.of(PATH).with("period", period));
  }

  public String getNext() {
    return page().next() == null
        ? null
        : getSorts().address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : getSorts().address().toString();
  }

  private Page<InvoiceView> page() {
    if (page == null) {
      page = invoices.all(wanted(), getSorts().getChosen(), Paging.of(null, cursor));
    }
    return page;
  }

  private YearMonth wanted() {
    try {
      return period == null || period.isBlank() ? null : YearMonth.parse(period.strip());
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
