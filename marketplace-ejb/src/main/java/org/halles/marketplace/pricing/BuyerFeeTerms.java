package org.halles.marketplace.pricing;

import java.util.List;

/**
 * What the marketplace asks of buyers besides the price: the first rule that matches decides, none
 * is no fee.
 *
 * @param rules in the order they are looked at
 * @param vatBasisPoints hundredths of a percent: the rate of the VAT that is in the fee
 * @param jurisdiction to whom that VAT is owed, ISO 3166-1 alpha-2
 */
public record BuyerFeeTerms(List<Rule> rules, int vatBasisPoints, String jurisdiction) {

  /** Buyers pay no fee. */
  public static final BuyerFeeTerms NONE = new BuyerFeeTerms(List.of(), 0, "FR");

  public BuyerFeeTerms {
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  /**
   * The fee of some carts, VAT included.
   *
   * @param countries of the buyer; empty: any, also before the buyer has said
   * @param currency of the cart
   * @param basisPoints hundredths of a percent of the goods, after discounts
   * @param flatMinor besides, once a purchase
   * @param mostMinor never more than this, or null
   */
  public record Rule(
      List<String> countries, String currency, int basisPoints, long flatMinor, Long mostMinor) {

    public Rule {
      countries = countries == null ? List.of() : List.copyOf(countries);
    }

    boolean matches(String country, String cartCurrency) {
      return currency.equals(cartCurrency)
          && (countries.isEmpty() || country != null && countries.contains(country));
    }
  }
}
