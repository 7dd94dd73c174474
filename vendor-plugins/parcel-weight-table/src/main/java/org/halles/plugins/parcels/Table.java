package org.halles.plugins.parcels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Setting;

/**
 * What parcels cost by weight.
 *
 * @param label what buyers choose
 * @param minDays least days until delivery
 * @param maxDays most days until delivery
 * @param unknownGrams what one piece of unknown weight is taken for
 * @param steps by weight, in one currency
 */
public record Table(
    @Setting(
            fr = "Libellé",
            en = "Label",
            helpFr = "Ce que l’acheteur choisit.",
            helpEn = "What buyers choose.",
            required = true,
            longest = 60)
        String label,
    @Setting(
            fr = "Délai minimal, en jours",
            en = "Least days",
            helpFr = "De l’envoi à la livraison.",
            helpEn = "From dispatch to delivery.",
            required = true,
            least = 0,
            most = 60)
        int minDays,
    @Setting(
            fr = "Délai maximal, en jours",
            en = "Most days",
            helpFr = "Au moins le délai minimal.",
            helpEn = "At least the least days.",
            required = true,
            least = 0,
            most = 60)
        int maxDays,
    @Setting(
            fr = "Poids d’une pièce inconnue",
            en = "Weight of an unknown piece",
            helpFr = "Pour les articles dont le vendeur n’a pas donné le poids.",
            helpEn = "For goods whose vendor gave no weight.",
            unit = "g",
            required = true,
            least = 1,
            most = 30_000)
        int unknownGrams,
    @Setting(
            fr = "Tarifs",
            en = "Prices",
            helpFr =
                "Du plus léger au plus lourd ; un colis plus lourd que le dernier n’est pas"
                    + " proposé.",
            helpEn = "From light to heavy; a parcel heavier than the last is not offered.",
            required = true)
        List<Step> steps) {

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public Table {
    List<String> faults = new ArrayList<>();
    if (label == null || label.isBlank()) {
      faults.add("label is missing: buyers choose by it");
    }
    if (minDays < 0 || maxDays < minDays) {
      faults.add("maxDays is " + maxDays + ": it must not be below minDays, " + minDays);
    }
    if (steps == null || steps.isEmpty()) {
      faults.add("steps is empty: give at least one weight and its price");
    } else if (currencies(steps).size() > 1) {
      faults.add("steps has several currencies: give all prices in one");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    steps = steps.stream().sorted(Comparator.comparingInt(Step::upToGrams)).toList();
  }

  private static List<CurrencyCode> currencies(List<Step> steps) {
    return steps.stream()
        .map(step -> step.price().currency())
        .distinct()
        .collect(Collectors.toList());
  }

  CurrencyCode currency() {
    return steps.get(0).price().currency();
  }

  /** The first step that is heavy enough; empty if none is. */
  Optional<Step> stepFor(long grams) {
    return steps.stream().filter(step -> grams <= step.upToGrams()).findFirst();
  }
}
