package org.halles.web.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.halles.marketplace.order.InvoiceParties;
import org.halles.marketplace.order.InvoiceParty;
import org.halles.web.vendor.Desk;

/** Whom the invoices of the order on this page are made out to. */
@Named
@RequestScoped
public class OrderCompany {

  @Inject private InvoiceParties parties;
  @Inject private HttpServletRequest request;
  @Inject private Desk desk;

  private Optional<InvoiceParty> company;

  /** Of the vendor's part; null for a private person's. */
  public InvoiceParty getOfPart() {
    if (company == null) {
      company = parties.ofPart(desk.scope(), request.getParameter("number"));
    }
    return company.orElse(null);
  }
}
