package org.halles.plugins.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.CommissionRule;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;

/**
 * {@code standard.percentage}: a share of the sale, if wanted with fixed amounts, floor and cap.
 */
@ApplicationScoped
public class PercentageCommission implements CommissionRule<PercentageCommission.Terms> {

  static final String KIND = "standard.percentage";

  /**
   * The share, and what goes with it. Amounts are optional; where any is given, the rule speaks
   * only about sales in that currency.
   *
   * @param rate between 0 % and 100 %
   * @param perUnit added for each unit, or null
   * @param perLine added for the line, or null
   * @param perOrder added once for the vendor's order, or null
   * @param floor the least a line pays, or null
   * @param cap the most a line pays, or null
   * @param base what the rate is taken of; the gross price if null
   */
  public record Terms(
      @Setting(
              fr = "Taux",
              en = "Rate",
              helpFr = "Part de l’assiette, de 0 % à 100 %.",
              helpEn = "Share of the base, from 0 % to 100 %.")
          Rate rate,
      @Setting(
              fr = "Par unité",
              en = "Per unit",
              helpFr = "Pour chaque pièce vendue.",
              helpEn = "For each piece sold.")
          Money perUnit,
      @Setting(
              fr = "Par ligne",
              en = "Per line",
              helpFr = "Une fois par ligne de commande.",
              helpEn = "Once for each line of an order.")
          Money perLine,
      @Setting(
              fr = "Par commande",
              en = "Per order",
              helpFr = "Une fois par commande du vendeur, réparti entre ses lignes.",
              helpEn = "Once for each order of the vendor, spread over its lines.")
          Money perOrder,
      @Setting(
              fr = "Minimum",
              en = "Minimum",
              helpFr = "Par ligne ; jamais plus que la ligne.",
              helpEn = "A line; never more than the line.")
          Money floor,
      @Setting(fr = "Maximum", en = "Maximum", helpFr = "Par ligne.", helpEn = "A line.") Money cap,
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
          .share("rate", rate)
          .notNegative("perUnit", perUnit)
          .notNegative("perLine", perLine)
          .notNegative("perOrder", perOrder)
          .notNegative("floor", floor)
          .notNegative("cap", cap)
          .oneCurrency(perUnit, perLine, perOrder, floor, cap)
          .ordered(floor, cap)
          .refuse();
      base = base == null ? Base.GROSS : base;
    }

    /** Only a share of the gross price. */
    public static Terms of(Rate rate) {
      return new Terms(rate, null, null, null, null, null, Base.GROSS);
    }

    private boolean speaksAbout(CurrencyCode currency) {
      return Stream.of(perUnit, perLine, perOrder, floor, cap)
          .filter(Objects::nonNull)
          .allMatch(amount -> amount.currency().equals(currency));
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
    if (!terms.speaksAbout(sale.lineTotal().currency())) {
      return Optional.empty();
    }
    String reason =
        new Wording()
            .share(terms.rate(), terms.base())
            .fixed(terms.perUnit(), terms.perLine(), terms.perOrder())
            .limits(terms.floor(), terms.cap())
            .text();
    return Optional.of(
        new CommissionProposal(
            terms.rate(),
            terms.perUnit(),
            terms.perLine(),
            terms.perOrder(),
            terms.floor(),
            terms.cap(),
            terms.base(),
            reason));
  }
}
