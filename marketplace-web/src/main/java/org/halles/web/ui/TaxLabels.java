package org.halles.web.ui;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of taxes as readers know them. An order keeps the label that its state's receipts bear,
 * such as {@code TVA 5,5 %} or {@code MwSt. 19 %}: who reads a page reads it in its language.
 */
final class TaxLabels {

  private static final Pattern VAT =
      Pattern.compile("\\p{L}[\\p{L}. ]*?\\s(\\d{1,2}(?:[.,]\\d{1,3})?)\\s?%(?: \\(([a-z ]+)\\))?");

  /** Why there is none, as the EU VAT plugin writes it, and what the French read instead. */
  private static final Map<String, String> FRENCH_WHY =
      Map.of("private sale", "vente d’un particulier", "export", "exportation");

  private TaxLabels() {}

  /** The label in a language; what is no name and rate stays as it is. */
  static String in(Locale locale, String label) {
    Matcher matcher = VAT.matcher(label.replace('\u00a0', ' ').replace('\u202f', ' '));
    if (!matcher.matches()) {
      return label;
    }
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(3);
    String rate = format.format(new BigDecimal(matcher.group(1).replace(',', '.')));
    boolean french = "fr".equals(locale.getLanguage());
    String why = matcher.group(2);
    return (french ? "TVA " + rate + "\u202f%" : "VAT " + rate + "%")
        + (why == null ? "" : " (" + (french ? FRENCH_WHY.getOrDefault(why, why) : why) + ")");
  }
}
