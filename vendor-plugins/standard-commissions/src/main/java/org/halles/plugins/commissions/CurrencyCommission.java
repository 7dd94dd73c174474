package org.halles.plugins.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.CommissionRule;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;

/**
 * {@code standard.by-currency}: one share everywhere, with amounts of their own in each currency;
 * it has nothing to say about sales in another.
 */
@ApplicationScoped
public class CurrencyCommission implements CommissionRule<CurrencyCommission.Terms> {

  static final String KIND = "standard.by-currency";

  /**
   * The share, and what goes with it.
   *
   * @param rate between 0 % and 100 %
   * @param amounts one line for each currency
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
              fr = "Montants par devise",
              en = "Amounts by currency",
              helpFr = "Une ligne par devise ; d’une vente dans une autre, la règle ne dit rien.",
              helpEn = "One line a currency; of a sale in another one the rule says nothing.")
          List<CurrencyAmounts> amounts,
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
      Faults faults =
          new Faults(KIND)
              .share("rate", rate)
              .when(
                  amounts == null || amounts.isEmpty(),
                  "amounts is empty: give a line for each currency");
      faults.refuse();
      List<CurrencyCode> currencies = amounts.stream().map(CurrencyAmounts::code).toList();
      faults
          .when(
              currencies.stream().distinct().count() < currencies.size(),
              "amounts has a currency twice: give one line for each")
          .refuse();
      amounts = List.copyOf(amounts);
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
    return terms.amounts().stream()
        .filter(line -> line.code().equals(currency))
        .findFirst()
        .map(line -> proposal(terms, line));
  }

  private static CommissionProposal proposal(Terms terms, CurrencyAmounts line) {
    String reason =
        new Wording()
            .share(terms.rate(), terms.base())
            .fixed(null, line.perLineAmount(), null)
            .limits(line.floorAmount(), line.capAmount())
            .text();
    return new CommissionProposal(
        terms.rate(),
        null,
        line.perLineAmount(),
        null,
        line.floorAmount(),
        line.capAmount(),
        terms.base(),
        reason);
  }
}
