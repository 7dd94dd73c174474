package org.halles.plugins.fraud;

import java.util.ArrayList;
import java.util.List;
import org.halles.spi.Money;
import org.halles.spi.Setting;

/**
 * From where on a purchase is looked at.
 *
 * @param holdFrom purchases with this score or a higher one are held
 * @param dear from this amount on a purchase is dear; null: none is
 * @param throwAway domains of addresses that people throw away; null: none
 */
public record Limits(
    @Setting(
            fr = "Retenir à partir du score",
            en = "Hold from this score on",
            helpFr = "De 1 à 100. Plus il est bas, plus d’achats attendent une personne.",
            helpEn = "From 1 to 100. The lower it is, the more purchases wait for a person.",
            required = true,
            least = 1,
            most = 100)
        int holdFrom,
    @Setting(
            fr = "Achat important à partir de",
            en = "A purchase is dear from",
            helpFr = "Vide : le montant ne compte pas.",
            helpEn = "Empty: the amount does not matter.")
        Money dear,
    @Setting(
            fr = "Domaines d’adresses jetables",
            en = "Domains of throw-away addresses",
            helpFr = "Ce qui suit le @, un domaine par ligne.",
            helpEn = "What stands behind the @, one domain a line.",
            longest = 100)
        List<String> throwAway) {

  /** What holds until the operator says otherwise. */
  static final Limits USUAL =
      new Limits(60, Money.of(50_000, "EUR"), List.of("mailinator.com", "yopmail.com"));

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public Limits {
    List<String> faults = new ArrayList<>();
    if (holdFrom < 1 || holdFrom > 100) {
      faults.add("holdFrom is " + holdFrom + ": it must be between 1 and 100");
    }
    if (dear != null && !dear.isPositive()) {
      faults.add("dear is " + dear + ": it must be above zero, or left out");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    throwAway = throwAway == null ? List.of() : List.copyOf(throwAway);
  }
}
