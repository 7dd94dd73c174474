package org.halles.marketplace.pricing;

import java.util.List;
import org.halles.marketplace.shared.EuropeanUnion;

/**
 * Which tax on sales the platform keeps out of the vendor's money, because the law makes it the one
 * who owes it: the first rule that matches a sale keeps its tax; without one the vendor gets the
 * tax with its money and owes it itself.
 *
 * @param rules in the order they are looked at
 */
public record RemittanceTerms(List<Rule> rules) {

  /** Vendors owe their tax themselves. */
  public static final RemittanceTerms NONE = new RemittanceTerms(List.of());

  public RemittanceTerms {
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  /** What makes the platform owe the tax. */
  public enum Ground {
    /** It counts as the seller: Directive 2006/112/EC, Art. 14a. */
    DEEMED_SUPPLIER,
    /** It collects for the seller, as laws of most US states say of a marketplace facilitator. */
    FACILITATOR
  }

  /** Where vendors are established. */
  public enum Establishment {
    ANYWHERE,
    IN_EU,
    OUTSIDE_EU;

    boolean holds(String country) {
      return switch (this) {
        case ANYWHERE -> true;
        case IN_EU -> EuropeanUnion.has(country);
        case OUTSIDE_EU -> !EuropeanUnion.has(country);
      };
    }
  }

  /**
   * The tax of some sales.
   *
   * @param ground why the platform owes it
   * @param vendors where their vendors are established
   * @param buyerCountries where they go, ISO 3166-1 alpha-2; empty: anywhere
   * @param consumersOnly true if what companies buy is not meant
   * @param goodsOnly true if services and downloads are not meant
   */
  public record Rule(
      Ground ground,
      Establishment vendors,
      List<String> buyerCountries,
      boolean consumersOnly,
      boolean goodsOnly) {

    public Rule {
      buyerCountries = buyerCountries == null ? List.of() : List.copyOf(buyerCountries);
    }

    boolean matches(String vendorCountry, String buyerCountry, boolean company, boolean goods) {
      return vendors.holds(vendorCountry)
          && (buyerCountries.isEmpty() || buyerCountries.contains(String.valueOf(buyerCountry)))
          && !(consumersOnly && company)
          && (goods || !goodsOnly);
    }
  }

  /**
   * What of the tax on an amount the platform keeps.
   *
   * @param goods true for goods and their shipping
   * @return null if the tax is the vendor's, or there is none
   */
  Remitted of(TaxQuote tax, String vendorCountry, String buyer, boolean company, boolean goods) {
    if (tax == null || !tax.amount().isPositive()) {
      return null;
    }
    return rules.stream()
        .filter(rule -> rule.matches(vendorCountry, buyer, company, goods))
        .findFirst()
        .map(rule -> new Remitted(rule.ground(), tax.jurisdiction(), tax.rate(), tax.amount()))
        .orElse(null);
  }
}
