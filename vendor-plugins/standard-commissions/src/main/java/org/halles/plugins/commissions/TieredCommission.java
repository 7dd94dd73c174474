package org.halles.plugins.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.CommissionRule;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;
import org.halles.spi.VendorFacts.SalesPeriod;

/**
 * {@code standard.tiered}: a share that depends on what the vendor sold in a period. The bracket
 * the vendor has reached before this sale decides for the whole sale; nothing is split at a
 * threshold.
 */
@ApplicationScoped
public class TieredCommission implements CommissionRule<TieredCommission.Terms> {

  static final String KIND = "standard.tiered";

  /**
   * The rates by sales.
   *
   * @param period over which the vendor's sales are added up
   * @param brackets from low to high, the first from zero, one currency; the rule speaks only about
   *     sales in it
   * @param base what the rate is taken of; the gross price if null
   */
  public record Terms(
      @Setting(
              fr = "Ventes comptées sur",
              en = "Sales counted over",
              helpFr = "Celles du vendeur avant la vente en question.",
              helpEn = "The vendor’s before the sale in question.")
          SalesPeriod period,
      @Setting(
              fr = "Paliers",
              en = "Brackets",
              helpFr = "Selon ces ventes, du plus bas au plus haut.",
              helpEn = "By those sales, from low to high.",
              required = true)
          List<Bracket> brackets,
      @Setting(
              fr = "Assiette",
              en = "Base",
              helpFr =
                  "Ce dont le taux est pris ; vide : le prix que l’acheteur paie, taxe comprise.",
              helpEn = "What the rate is taken of; empty: the price the buyer pays, tax included.")
          Base base) {

    /**
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public Terms {
      new Faults(KIND)
          .when(period == null, "period is missing: give one of " + List.of(SalesPeriod.values()))
          .refuse();
      Bracket.check(KIND, brackets);
      brackets = List.copyOf(brackets);
      base = base == null ? Base.GROSS : base;
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<Terms> configuration() {
    return Terms.class;
  }

  @Override
  public Optional<CommissionProposal> propose(SaleFacts sale, Terms terms) {
    CurrencyCode currency = sale.lineTotal().currency();
    if (!terms.brackets().get(0).from().currency().equals(currency)) {
      return Optional.empty();
    }
    Money sold = sale.vendor().sales(terms.period(), currency);
    Bracket reached = Bracket.reachedBy(sold, terms.brackets());
    String reason =
        "%s, for sales from %s %s (%s so far)"
            .formatted(
                new Wording().share(reached.rate(), terms.base()).text(),
                reached.from(),
                words(terms.period()),
                sold);
    return Optional.of(CommissionProposal.of(reached.rate(), reason).withBase(terms.base()));
  }

  private static String words(SalesPeriod period) {
    return switch (period) {
      case THIS_MONTH -> "this month";
      case LAST_MONTH -> "last month";
      case THIS_YEAR -> "this year";
      case LAST_365_DAYS -> "in the last 365 days";
    };
  }
}
