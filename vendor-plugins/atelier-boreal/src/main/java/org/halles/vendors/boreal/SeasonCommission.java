package org.halles.vendors.boreal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;

/** {@code boreal.season}: another share of the price during some months of the year. */
@ApplicationScoped
public class SeasonCommission implements CommissionRule<SeasonCommission.Terms> {

  static final String KIND = "boreal.season";

  /**
   * Two shares and when the second one holds. A season may run over the new year.
   *
   * @param rate most of the year
   * @param seasonRate from the first to the last month of the season, both included
   */
  public record Terms(
      @Setting(
              fr = "Taux",
              en = "Rate",
              helpFr = "Hors saison, de 0 % à 100 %.",
              helpEn = "Out of season, from 0 % to 100 %.")
          Rate rate,
      @Setting(
              fr = "Taux en saison",
              en = "Rate in season",
              helpFr = "Du premier au dernier mois, de 0 % à 100 %.",
              helpEn = "From the first month to the last, from 0 % to 100 %.")
          Rate seasonRate,
      @Setting(fr = "Premier mois", en = "First month", helpFr = "Compris.", helpEn = "Included.")
          Month firstMonth,
      @Setting(
              fr = "Dernier mois",
              en = "Last month",
              helpFr = "Compris ; avant le premier, la saison passe la nouvelle année.",
              helpEn = "Included; before the first, the season crosses the new year.")
          Month lastMonth) {

    /**
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public Terms {
      List<String> faults = new ArrayList<>();
      requireShare("rate", rate, faults);
      requireShare("seasonRate", seasonRate, faults);
      if (firstMonth == null || lastMonth == null) {
        faults.add("firstMonth and lastMonth are needed, such as JUNE and AUGUST");
      }
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(KIND + ": " + String.join("; ", faults));
      }
    }

    private static void requireShare(String field, Rate rate, List<String> faults) {
      if (rate == null || rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(Rate.ONE) > 0) {
        faults.add(field + " is " + rate + ": it must be between 0 % and 100 %");
      }
    }

    private boolean inSeason(Month month) {
      int monthsIn = Math.floorMod(month.getValue() - firstMonth.getValue(), 12);
      return monthsIn <= Math.floorMod(lastMonth.getValue() - firstMonth.getValue(), 12);
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
    boolean season = terms.inSeason(sale.businessDay().getMonth());
    Rate rate = season ? terms.seasonRate() : terms.rate();
    String french =
        "%s du prix, %s (%s à %s)"
            .formatted(
                rate,
                season ? "en saison" : "hors saison",
                name(terms.firstMonth(), Locale.FRENCH),
                name(terms.lastMonth(), Locale.FRENCH));
    String english =
        "%s of the price, %s from %s to %s"
            .formatted(
                rate,
                season ? "the season" : "outside the season",
                name(terms.firstMonth(), Locale.ENGLISH),
                name(terms.lastMonth(), Locale.ENGLISH));
    return Optional.of(CommissionProposal.of(rate, french, english));
  }

  private static String name(Month month, Locale language) {
    return month.getDisplayName(TextStyle.FULL, language);
  }
}
