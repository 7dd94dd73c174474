package org.halles.plugins.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.CommissionRule;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;

/**
 * {@code standard.price-bands}: a share that depends on what one unit costs, such as 15 % below 50
 * euros and 9 % from there. The band decides for the whole price.
 */
@ApplicationScoped
public class PriceBandCommission implements CommissionRule<PriceBandCommission.Terms> {

  static final String KIND = "standard.price-bands";

  /**
   * The rates by unit price.
   *
   * @param brackets from low to high, the first from zero, one currency; the rule speaks only about
   *     sales in it
   * @param base what the rate is taken of; the gross price if null
   */
  public record Terms(
      @Setting(
              fr = "Paliers",
              en = "Brackets",
              helpFr = "Selon le prix d’une pièce, du plus bas au plus haut.",
              helpEn = "By the price of one piece, from low to high.",
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
    if (!terms.brackets().get(0).from().currency().equals(sale.unitPrice().currency())) {
      return Optional.empty();
    }
    Bracket reached = Bracket.reachedBy(sale.unitPrice(), terms.brackets());
    String reason =
        "%s, for unit prices from %s"
            .formatted(new Wording().share(reached.rate(), terms.base()).text(), reached.from());
    return Optional.of(CommissionProposal.of(reached.rate(), reason).withBase(terms.base()));
  }
}
