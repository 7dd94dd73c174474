package org.halles.marketplace.commission;

import java.util.Map;
import org.halles.spi.Rate;
import org.halles.spi.VendorFacts;

/**
 * The VAT the platform charges vendors on its commission, by the vendor's country; an operator's
 * setting. A trader in another country than those named accounts for it itself (reverse charge).
 *
 * @param jurisdiction to whom the platform owes it
 * @param traders rate by ISO 3166-1 alpha-2 code of a professional vendor; none where absent
 * @param privatePersons rate by country; {@code *} stands for every other one
 */
public record CommissionVat(
    String jurisdiction, Map<String, Rate> traders, Map<String, Rate> privatePersons) {

  /** A platform in France: 20 % for French vendors and for private persons. */
  public static final CommissionVat FRANCE =
      new CommissionVat("FR", Map.of("FR", Rate.percent("20")), Map.of("*", Rate.percent("20")));

  public CommissionVat {
    traders = Map.copyOf(traders);
    privatePersons = Map.copyOf(privatePersons);
  }

  /** The rate for this vendor, zero where it accounts for the VAT itself. */
  public Rate rateFor(VendorFacts vendor) {
    Map<String, Rate> rates = vendor.professional() ? traders : privatePersons;
    return rates.getOrDefault(vendor.country(), rates.getOrDefault("*", Rate.ZERO));
  }
}
