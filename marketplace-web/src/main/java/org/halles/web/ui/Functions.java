package org.halles.web.ui;

import jakarta.faces.context.FacesContext;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** The functions of the {@code ha:} tag library. Each answers nothing for nothing. */
public final class Functions {

  private Functions() {}

  public static String money(Money money) {
    return money == null ? "" : Amounts.text(money, locale());
  }

  public static String moneyMarkup(Money money) {
    return money == null ? "" : Amounts.markup(money, locale());
  }

  /** A frozen reason of the split, in the reader's language. */
  public static String reason(String frozen) {
    return frozen == null ? "" : Reasons.in(locale(), frozen);
  }

  /** What a rule is called: in the reader's language if it has a name in it. */
  public static String called(String name, Texts names) {
    return names == null || names.isEmpty() ? name : text(names);
  }

  /** Why a leg of a split is as it is, in the reader's language. */
  public static String why(Trace trace) {
    if (trace == null) {
      return "";
    }
    return trace.reasons() == null
        ? reason(trace.reason())
        : Reasons.figures(locale(), text(trace.reasons()));
  }

  /** The name and rate of a tax, in the reader's language. */
  public static String tax(String label) {
    return label == null ? "" : TaxLabels.in(locale(), label);
  }

  /** So many minor units in the currency of another amount. */
  public static String minor(Long minor, Money like) {
    return minor == null || like == null ? "" : money(Money.of(minor, like.currency()));
  }

  /** One part of a path or query, safe to stand in an address. */
  public static String encode(Object part) {
    return part == null ? "" : Query.encode(part.toString());
  }

  public static String number(Number number) {
    return number == null ? "" : NumberFormat.getInstance(locale()).format(number);
  }

  /** A share such as {@code 12,5 %}. */
  public static String percent(Rate rate) {
    if (rate == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getInstance(locale());
    format.setMaximumFractionDigits(4);
    String sign = "fr".equals(locale().getLanguage()) ? "\u202f%" : "%";
    return format.format(rate.toPercent()) + sign;
  }

  public static String day(Temporal moment) {
    return moment == null ? "" : Moments.day(moment, locale());
  }

  /** A month such as {@code 2026-10}, in words; what is none stays as it is. */
  public static String month(String period) {
    try {
      return period == null ? "" : Moments.month(YearMonth.parse(period), locale());
    } catch (DateTimeParseException none) {
      return period;
    }
  }

  /** A month such as {@code AUGUST} by its name; anything else as it is. */
  public static String named(String text) {
    return text == null ? "" : Moments.named(text, locale());
  }

  public static String shortDay(Temporal moment) {
    return moment == null ? "" : Moments.shortDay(moment, locale());
  }

  public static String time(Temporal moment) {
    return moment == null ? "" : Moments.time(moment, locale());
  }

  public static String weekday(Temporal moment) {
    return moment == null ? "" : Moments.weekday(moment, locale());
  }

  /** A text of the catalogue in the language of this page. */
  public static String text(Texts texts) {
    return texts == null ? "" : texts.in(locale().getLanguage());
  }

  /** The awning nearest to a vendor's accent colour. */
  public static String tone(String accent) {
    return Awning.nearest(accent).name().toLowerCase(Locale.ROOT);
  }

  /** How a status looks: good, wait, bad, done or plain. */
  public static String mood(Object status) {
    return Mood.of(status);
  }

  /**
   * A name of an enum or a code as the end of a message key: {@code TO_SHIP} is {@code to-ship}.
   */
  public static String key(Object code) {
    return code == null ? "" : code.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }

  /** Stars in halves, of ten: {@code 4.4} is nine. */
  public static int halves(Number stars) {
    return stars == null ? 0 : (int) Math.round(stars.doubleValue() * 2);
  }
}
