package org.halles.marketplace.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.halles.spi.Money;

/** What a buyer looks for, in a few lines of a letter. */
final class RequestFacts {

  private RequestFacts() {}

  /** Only what the buyer has said. */
  static String of(int quantity, Money budget, LocalDate wantedBy, String city, String language) {
    boolean french = language.equals("fr");
    Locale locale = Letter.localeOf(language);
    List<String> facts = new ArrayList<>();
    facts.add((french ? "Quantité : " : "Quantity: ") + quantity);
    if (budget != null) {
      facts.add((french ? "Budget : " : "Budget: ") + Letter.money(budget, locale));
    }
    if (wantedBy != null) {
      facts.add(
          (french ? "Pour le : " : "Wanted by: ")
              + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                  .withLocale(locale)
                  .format(wantedBy));
    }
    if (city != null) {
      facts.add((french ? "Lieu : " : "Place: ") + city);
    }
    return String.join("\n", facts);
  }
}
