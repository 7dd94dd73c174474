package org.halles.plugins.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.CommissionRule;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;

/**
 * {@code standard.attribute}: a share of what has a certain attribute, such as certain brands; it
 * has nothing to say about the rest.
 */
@ApplicationScoped
public class AttributeCommission implements CommissionRule<AttributeCommission.Terms> {

  static final String KIND = "standard.attribute";

  /**
   * The share, and of what.
   *
   * @param attribute its code, such as {@code brand}
   * @param values any of these; capital letters do not matter
   * @param rate between 0 % and 100 %
   * @param base what the rate is taken of; the gross price if null
   */
  public record Terms(
      @Setting(
              fr = "Caractéristique",
              en = "Attribute",
              helpFr = "Son code, par exemple brand pour la marque.",
              helpEn = "Its code, such as brand.",
              required = true,
              longest = 60)
          String attribute,
      @Setting(
              fr = "Valeurs",
              en = "Values",
              helpFr = "Une valeur par ligne, par exemple une marque.",
              helpEn = "One value a line, such as a brand.",
              required = true)
          List<String> values,
      @Setting(
              fr = "Taux",
              en = "Rate",
              helpFr = "Part de l’assiette, de 0 % à 100 %.",
              helpEn = "Share of the base, from 0 % to 100 %.")
          Rate rate,
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
      boolean none =
          values == null || values.stream().allMatch(one -> one == null || one.isBlank());
      new Faults(KIND)
          .when(
              attribute == null || attribute.isBlank(),
              "attribute is missing: give its code, such as brand")
          .when(none, "values is empty: give at least one value of the attribute")
          .share("rate", rate)
          .refuse();
      attribute = attribute.strip();
      values =
          values.stream().filter(one -> one != null && !one.isBlank()).map(String::strip).toList();
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
    String value = sale.attributes().getOrDefault(terms.attribute(), "").strip();
    if (terms.values().stream().noneMatch(value::equalsIgnoreCase)) {
      return Optional.empty();
    }
    String reason =
        new Wording().share(terms.rate(), terms.base()).text()
            + " ("
            + terms.attribute()
            + ": "
            + value
            + ")";
    return Optional.of(CommissionProposal.of(terms.rate(), reason).withBase(terms.base()));
  }
}
