package org.halles.marketplace.catalog;

import java.util.List;

/**
 * What a vendor asks of companies for an offer; what is missing is as for everybody.
 *
 * @param price VAT included, or null: the same as everybody
 * @param priceBreaks what each costs from so many pieces on; none without a price
 * @param least the fewest a company may buy, or null
 * @param packSize units in a pack, of which only whole ones are sold, or null
 */
public record CompanyTermsInput(
    PriceInput price, List<PriceBreakInput> priceBreaks, Integer least, Integer packSize) {

  public CompanyTermsInput {
    priceBreaks = priceBreaks == null ? List.of() : List.copyOf(priceBreaks);
  }
}
