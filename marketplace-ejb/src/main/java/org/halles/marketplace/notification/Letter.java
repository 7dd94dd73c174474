package org.halles.marketplace.notification;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.spi.Money;

/**
 * What is to be written to whom.
 *
 * @param key what it is about, so that an event delivered twice writes once
 * @param template name of its texts
 * @param to the reader's address
 * @param language {@code fr} or {@code en}
 * @param because when it happened
 * @param facts what goes into the text, as the reader's language writes it
 */
record Letter(
    String key,
    String template,
    String to,
    String language,
    Instant because,
    Map<String, String> facts) {

  Letter {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** A letter without facts yet. */
  static Letter of(String template, Object about, Reader reader, Instant because) {
    return new Letter(
        template + ":" + about + ":" + reader.email().toLowerCase(Locale.ROOT),
        template,
        reader.email(),
        reader.language(),
        because,
        Map.of());
  }

  Letter with(String name, String fact) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    if (fact != null && !fact.isBlank()) {
      more.put(name, fact.strip());
    }
    return new Letter(key, template, to, language, because, more);
  }

  Letter with(String name, Money amount) {
    return with(name, money(amount, locale()));
  }

  Letter with(String name, LocalDate day) {
    return with(
        name,
        day == null
            ? null
            : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()).format(day));
  }

  Letter with(String name, Instant at) {
    return with(name, at == null ? null : BusinessCalendar.dayOf(at));
  }

  Locale locale() {
    return localeOf(language);
  }

  static Locale localeOf(String language) {
    return language.equals("fr") ? Locale.FRANCE : Locale.UK;
  }

  static String money(Money amount, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    int digits = amount.currency().fractionDigits();
    format.setCurrency(Currency.getInstance(amount.currency().value()));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(amount.toDecimal());
  }
}
