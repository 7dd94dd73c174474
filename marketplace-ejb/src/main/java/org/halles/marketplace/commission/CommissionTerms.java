package org.halles.marketplace.commission;

import java.util.Map;
import org.halles.spi.Rate;

/**
 * What holds for every commission, whatever the rules.
 *
 * @param fallback the rate of a sale that no rule decides, or whose rule failed
 * @param vat the VAT charged on the commission
 */
public record CommissionTerms(Rate fallback, CommissionVat vat) {

  /**
   * The same as an operator writes it: rates are percentages such as {@code 20} or {@code 8.5}.
   *
   * @param jurisdiction ISO 3166-1 alpha-2: to whom the VAT is owed
   * @param traders percentage by the professional vendor's country
   * @param privatePersons percentage by country; {@code *} stands for every other one
   */
  public record Input(
      String fallback,
      String jurisdiction,
      Map<String, String> traders,
      Map<String, String> privatePersons) {}
}
