package org.halles.plugins.seasons;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;

/**
 * {@code seasonal.rate}: the rate of the first season that the day of the sale is in; on other days
 * it has nothing to say, and the next rule decides. Days are those of the platform's time zone.
 */
@ApplicationScoped
public class SeasonalCommission implements CommissionRule<SeasonalCommission.Calendar> {

  /**
   * The seasons of a year.
   *
   * @param seasons at least one, the first that fits decides
   */
  public record Calendar(
      @Setting(
              fr = "Saisons",
              en = "Seasons",
              helpFr = "La première qui convient au jour de la vente décide.",
              helpEn = "The first that fits the day of the sale decides.",
              required = true)
          List<Season> seasons) {

    /**
     * @throws IllegalArgumentException if there is no season
     */
    public Calendar {
      if (seasons == null || seasons.isEmpty()) {
        throw new IllegalArgumentException("seasons is empty: give at least one");
      }
      seasons = List.copyOf(seasons);
    }
  }

  @Override
  public String kind() {
    return "seasonal.rate";
  }

  @Override
  public Class<Calendar> configuration() {
    return Calendar.class;
  }

  @Override
  public Optional<CommissionProposal> propose(SaleFacts sale, Calendar calendar) {
    MonthDay day = MonthDay.from(sale.businessDay());
    return calendar.seasons().stream()
        .filter(season -> season.has(day))
        .findFirst()
        .map(
            season ->
                CommissionProposal.of(
                    season.rate(),
                    "saison « %s » : %s".formatted(season.name(), season.rate()),
                    "season “%s”: %s".formatted(season.name(), season.rate())));
  }
}
