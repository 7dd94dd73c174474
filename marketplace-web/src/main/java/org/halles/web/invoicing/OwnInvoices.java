package org.halles.web.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.invoicing.ChargeView;
import org.halles.marketplace.invoicing.InvoiceView;
import org.halles.marketplace.invoicing.Invoices;
import org.halles.marketplace.invoicing.VendorFees;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;

/** A vendor's invoices from the platform, and the fees it was charged lately. */
@Named
@RequestScoped
public class OwnInvoices {

  private static final int LATEST = 12;

  @Inject @Param private String cursor;
  @Inject private Invoices invoices;
  @Inject private VendorFees fees;
  @Inject private Desk desk;

  private Page<InvoiceView> page;
  private List<ChargeView> charges;

  public List<InvoiceView> getInvoices() {
    return page().items();
  }

  public List<ChargeView> getCharges() {
    if (charges == null) {
      charges = fees.of(desk.scope(), Paging.of(LATEST, null)).items();
    }
    return charges;
  }

  /** On paper. */
  public String paperOf(InvoiceView invoice) {
    return "/vendor/files/%s/invoice-%s.pdf".formatted(desk.getSlug(), file(invoice));
  }

  /** What it rests on, for a spreadsheet. */
  public String tableOf(InvoiceView invoice) {
    return "/vendor/files/%s/invoice-%s.csv".formatted(desk.getSlug(), file(invoice));
  }

  private static String file(InvoiceView invoice) {
    return invoice.number().toLowerCase(Locale.ROOT);
  }

  public String getNext() {
    return page().next() == null ? null : Query.of(path()).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : path();
  }

  private String path() {
    return desk.getPath() + "/invoices";
  }

  private Page<InvoiceView> page() {
    if (page == null) {
      page = invoices.of(desk.scope(), Paging.of(null, cursor));
    }
    return page;
  }
}
