package ${package};

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;

/** A share of every sale, and another one at weekends: the place to begin. */
@ApplicationScoped
public class ${pluginClass} implements CommissionRule<${pluginClass}.Terms> {

  /**
   * What an operator types.
   *
   * @param rate from Monday to Friday
   * @param weekendRate on Saturday and Sunday; as on other days if left out
   */
  public record Terms(
      @Setting(
              fr = "Part en semaine",
              en = "Share on working days",
              helpFr = "Ce que la place de marché garde d’une vente, de 0 % à 100 %.",
              helpEn = "What the marketplace keeps of a sale, from 0 % to 100 %.",
              required = true,
              least = 0,
              most = 100)
          Rate rate,
      @Setting(
              fr = "Part le week-end",
              en = "Share at weekends",
              helpFr = "Le samedi et le dimanche. Vide : comme en semaine.",
              helpEn = "On Saturday and Sunday. Empty: as on working days.",
              least = 0,
              most = 100)
          Rate weekendRate) {

    /** Each part is checked by its {@link Setting}; check here what concerns several of them. */
    public Terms {
      if (rate == null) {
        throw new IllegalArgumentException("rate is missing: give a share such as 12 %");
      }
    }
  }

  @Override
  public String kind() {
    return "${artifactId}.rate";
  }

  @Override
  public Class<Terms> configuration() {
    return Terms.class;
  }

  @Override
  public Optional<CommissionProposal> propose(SaleFacts sale, Terms terms) {
    boolean weekend = sale.isWeekend() && terms.weekendRate() != null;
    Rate rate = weekend ? terms.weekendRate() : terms.rate();
    return Optional.of(
        weekend
            ? CommissionProposal.of(rate, "le week-end : " + rate, "weekend: " + rate)
            : CommissionProposal.of(rate, "en semaine : " + rate, "working days: " + rate));
  }
}
