package org.halles.plugins.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.CommissionRule;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;

/**
 * {@code standard.fixed}: fixed amounts per unit, per line, per order; never more than the line.
 */
@ApplicationScoped
public class FixedCommission implements CommissionRule<FixedCommission.Terms> {

  static final String KIND = "standard.fixed";

  /**
   * At least one of the three, all in one currency; the rule speaks only about sales in it.
   *
   * @param perUnit for each unit, or null
   * @param perLine for the line, or null
   * @param perOrder once for the vendor's order, or null
   */
  public record Terms(
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
          Money perOrder) {

    /**
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public Terms {
      new Faults(KIND)
          .when(
              perUnit == null && perLine == null && perOrder == null,
              "no amount is given: fill perUnit, perLine or perOrder")
          .notNegative("perUnit", perUnit)
          .notNegative("perLine", perLine)
          .notNegative("perOrder", perOrder)
          .oneCurrency(perUnit, perLine, perOrder)
          .refuse();
    }

    private Money anyAmount() {
      return Stream.of(perUnit, perLine, perOrder)
          .filter(Objects::nonNull)
          .findFirst()
          .orElseThrow();
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
    if (!terms.anyAmount().currency().equals(sale.lineTotal().currency())) {
      return Optional.empty();
    }
    String reason = new Wording().fixed(terms.perUnit(), terms.perLine(), terms.perOrder()).text();
    return Optional.of(
        new CommissionProposal(
            Rate.ZERO,
            terms.perUnit(),
            terms.perLine(),
            terms.perOrder(),
            null,
            null,
            Base.GROSS,
            reason));
  }
}
