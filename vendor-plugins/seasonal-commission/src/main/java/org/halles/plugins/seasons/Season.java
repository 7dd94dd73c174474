package org.halles.plugins.seasons;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.halles.spi.Rate;
import org.halles.spi.Setting;

/**
 * A stretch of every year, both days included; it may go over New Year.
 *
 * @param name what the vendor reads on its statement
 * @param from its first day, such as {@code 11-15}
 * @param to its last day, such as {@code 01-05}
 * @param rate what a sale pays then
 */
public record Season(
    @Setting(
            fr = "Nom",
            en = "Name",
            helpFr = "Le vendeur le lit sur son relevé.",
            helpEn = "The vendor reads it on the statement.",
            required = true,
            longest = 40)
        String name,
    @Setting(
            fr = "Premier jour (mois-jour)",
            en = "First day (month-day)",
            helpFr = "Deux chiffres pour le mois, deux pour le jour : 11-15.",
            helpEn = "Two digits for the month, two for the day: 11-15.",
            required = true,
            pattern = "\\d\\d-\\d\\d")
        String from,
    @Setting(
            fr = "Dernier jour (mois-jour)",
            en = "Last day (month-day)",
            helpFr = "Deux chiffres pour le mois, deux pour le jour : 01-05.",
            helpEn = "Two digits for the month, two for the day: 01-05.",
            required = true,
            pattern = "\\d\\d-\\d\\d")
        String to,
    @Setting(
            fr = "Taux",
            en = "Rate",
            helpFr = "Pendant la saison, de 0 % à 100 %.",
            helpEn = "During the season, from 0 % to 100 %.",
            required = true)
        Rate rate) {

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public Season {
    List<String> faults = new ArrayList<>();
    if (name == null || name.isBlank()) {
      faults.add("name is missing: vendors read it on their statement");
    }
    day("from", from, faults);
    day("to", to, faults);
    if (rate == null) {
      faults.add("rate is missing: give a percentage");
    } else if (rate.compareTo(Rate.percent("0")) < 0 || rate.compareTo(Rate.percent("100")) > 0) {
      faults.add("rate is " + rate + ": it must be between 0 % and 100 %");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  private static void day(String field, String text, List<String> faults) {
    try {
      MonthDay.parse("--" + text);
    } catch (DateTimeException none) {
      faults.add(field + " is '" + text + "': give a month and a day such as 11-15");
    }
  }

  boolean has(MonthDay day) {
    MonthDay first = MonthDay.parse("--" + from);
    MonthDay last = MonthDay.parse("--" + to);
    boolean begun = !day.isBefore(first);
    boolean notOver = !day.isAfter(last);
    return first.isAfter(last) ? begun || notOver : begun && notOver;
  }
}
