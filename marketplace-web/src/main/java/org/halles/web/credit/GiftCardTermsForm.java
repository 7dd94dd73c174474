package org.halles.web.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.credit.GiftCardPolicy;
import org.halles.marketplace.credit.GiftCardTerms;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;

/** Which gift cards buyers may buy, as it is typed. */
@Named("giftCardTerms")
@RequestScoped
public class GiftCardTermsForm {

  private static final Pattern BOUNDS =
      Pattern.compile("([0-9.,]+)\\s*[-\\u2013]\\s*([0-9.,]+)\\s*([A-Za-z]{3})");

  @Inject private GiftCardPolicy policy;
  @Inject private Language language;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private boolean read;
  private boolean offered;
  private String bounds;
  private String months;

  public void save() {
    show();
    if (say.trying(faults, () -> policy.change(terms()))) {
      say.done("gift.terms-saved");
    }
  }

  private GiftCardTerms terms() {
    List<GiftCardTerms.Bounds> all =
        Stream.of((bounds == null ? "" : bounds).split("[;\\n]"))
            .flatMap(part -> Stream.of(part.split(",(?!\\d)")))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(GiftCardTermsForm::bounds)
            .toList();
    return new GiftCardTerms(offered, number(months), all);
  }

  private static GiftCardTerms.Bounds bounds(String typed) {
    Matcher parts = BOUNDS.matcher(typed);
    try {
      if (parts.matches()) {
        CurrencyCode currency = CurrencyCode.of(parts.group(3).toUpperCase(Locale.ROOT));
        return new GiftCardTerms.Bounds(
            money(parts.group(1), currency), money(parts.group(2), currency));
      }
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      // told below
    }
    throw new InvalidInput(
        new Violation(
            "bounds", "must be two amounts with their currency such as 10 - 500 EUR", typed));
  }

  private static Money money(String typed, CurrencyCode currency) {
    return Money.parse(typed.replace(',', '.'), currency);
  }

  /** What is no number is out of bounds. */
  private static int number(String typed) {
    String digits = typed == null ? "" : typed.strip();
    return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
  }

  private void show() {
    if (!read) {
      read = true;
      GiftCardTerms terms = policy.get();
      offered = terms.offered();
      months = String.valueOf(terms.months());
      bounds =
          terms.bounds().stream()
              .map(
                  one ->
                      Amounts.plain(one.least().toDecimal(), language.getLocale())
                          + " - "
                          + Amounts.plain(one.most().toDecimal(), language.getLocale())
                          + " "
                          + one.most().currency())
              .collect(Collectors.joining("; "));
    }
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  /** What is wrong with the amounts, or null. */
  public String getBoundsFault() {
    return faults.entrySet().stream()
        .filter(one -> one.getKey().startsWith("bounds"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  public boolean isOffered() {
    show();
    return offered;
  }

  public void setOffered(boolean offered) {
    show();
    this.offered = offered;
  }

  public String getBounds() {
    show();
    return bounds;
  }

  public void setBounds(String bounds) {
    show();
    this.bounds = bounds;
  }

  public String getMonths() {
    show();
    return months;
  }

  public void setMonths(String months) {
    show();
    this.months = months;
  }
}
