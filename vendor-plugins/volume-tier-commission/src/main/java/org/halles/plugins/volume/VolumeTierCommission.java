package org.halles.plugins.volume;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;
import org.halles.spi.VendorFacts.SalesPeriod;

/**
 * {@code volume.tiers}: the rate of the tier that the vendor's sales in a period have reached
 * before this sale; nothing is split at a threshold. In another currency than the tiers' it has
 * nothing to say, and the next rule decides.
 */
@ApplicationScoped
public class VolumeTierCommission implements CommissionRule<VolumeTierCommission.Scale> {

  /**
   * The tiers of a period.
   *
   * @param period over which the vendor's sales are added up
   * @param tiers from low to high in one currency, the first from zero
   */
  public record Scale(
      @Setting(
              fr = "Ventes de quelle période",
              en = "Sales of which period",
              helpFr = "Celles du vendeur avant la vente en question.",
              helpEn = "The vendor’s before the sale in question.",
              required = true)
          SalesPeriod period,
      @Setting(
              fr = "Paliers",
              en = "Tiers",
              helpFr = "Du plus bas au plus haut ; le premier commence à zéro.",
              helpEn = "From low to high; the first begins at zero.",
              required = true)
          List<Tier> tiers) {

    /**
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public Scale {
      List<String> faults = new ArrayList<>();
      if (period == null) {
        faults.add("period is missing: give one of " + List.of(SalesPeriod.values()));
      }
      if (tiers == null || tiers.isEmpty()) {
        faults.add("tiers is empty: give at least one that begins at zero");
      } else {
        order(tiers, faults);
      }
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", faults));
      }
      tiers = List.copyOf(tiers);
    }

    private static void order(List<Tier> tiers, List<String> faults) {
      Money before = tiers.get(0).from();
      if (!before.isZero()) {
        faults.add("tiers[0].from is " + before + ": the first tier begins at zero");
      }
      for (int index = 1; index < tiers.size(); index++) {
        Money from = tiers.get(index).from();
        String field = "tiers[" + index + "].from is " + from;
        if (!from.currency().equals(before.currency())) {
          faults.add(field + ": use one currency, and one rule per currency");
        } else if (from.compareTo(before) <= 0) {
          faults.add(field + ", not above " + before + ": list the tiers from low to high");
        } else {
          before = from;
        }
      }
    }

    private Tier reachedBy(Money sold) {
      Tier reached = tiers.get(0);
      for (Tier tier : tiers) {
        reached = tier.from().compareTo(sold) <= 0 ? tier : reached;
      }
      return reached;
    }
  }

  @Override
  public String kind() {
    return "volume.tiers";
  }

  @Override
  public Class<Scale> configuration() {
    return Scale.class;
  }

  @Override
  public Optional<CommissionProposal> propose(SaleFacts sale, Scale scale) {
    if (!scale.tiers().get(0).from().currency().equals(sale.lineTotal().currency())) {
      return Optional.empty();
    }
    Money sold = sale.vendor().sales(scale.period(), sale.lineTotal().currency());
    Tier reached = scale.reachedBy(sold);
    return Optional.of(
        CommissionProposal.of(
            reached.rate(),
            "%s, à partir de %s de ventes (%s jusqu’ici)"
                .formatted(reached.rate(), reached.from(), sold),
            "%s, for sales from %s (%s so far)".formatted(reached.rate(), reached.from(), sold)));
  }
}
