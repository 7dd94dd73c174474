package org.halles.marketplace.order;

import java.util.List;
import org.halles.marketplace.identity.Company;

/**
 * Whom the invoices of a purchase are made out to, as it was when the order was placed.
 *
 * @param company the buyer's
 * @param purchaseOrder the number the buyer's own books know the purchase by, or null
 * @param companyPriced the vendors' numbers of what was sold at prices for companies
 */
public record InvoiceParty(Company company, String purchaseOrder, List<String> companyPriced) {

  public InvoiceParty {
    companyPriced = List.copyOf(companyPriced);
  }
}
