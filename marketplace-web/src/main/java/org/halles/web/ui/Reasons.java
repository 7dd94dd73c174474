package org.halles.web.ui;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * Reasons of the split in the reader's language. They are frozen in English with the order, and
 * must stay as they are; here the phrases they are made of are shown in another language, and
 * amounts as that language writes them. What a plugin says in words of its own stays as it said it.
 */
final class Reasons {

  private static final String PREFIX = "reason.";
  private static final Bundles FROZEN = Bundles.in("en");
  private static final String FIGURE = "-?\\d+(?:\\.\\d+)? [A-Z]{3}";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Pattern AMOUNT = Pattern.compile("(-?\\d+(?:\\.\\d+)?) ([A-Z]{3})\\b");
  private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?) %");

  /** The longest first: a short phrase may be part of a long one. */
  private static final List<String> KEYS =
      Bundles.load("reasons", "en").keySet().stream()
          .sorted(Comparator.comparing((String key) -> FROZEN.text(key).length()).reversed())
          .toList();

  private static final Map<String, Pattern> PHRASES =
      KEYS.stream()
          .collect(
              Collectors.toMap(
                  key -> key,
                  key -> Pattern.compile(expression(FROZEN.text(key), "(" + FIGURE + ")"))));

  private static final Pattern PHRASE =
      Pattern.compile(
          KEYS.stream()
              .map(key -> expression(FROZEN.text(key), FIGURE))
              .collect(Collectors.joining("|", "(?<![\\p{L}\\d])(?:", ")(?!\\p{L})")));

  private Reasons() {}

  /** The reason for a reader of this language. */
  static String in(Locale locale, String frozen) {
    Bundles words = Bundles.in(locale.getLanguage());
    return figures(locale, replace(PHRASE, frozen, found -> phrase(words, found.group())));
  }

  /** Shares and amounts in a text as the language writes them; its words stay. */
  static String figures(Locale locale, String text) {
    String shared = replace(SHARE, text, found -> number(locale, found.group(1)) + "\u00a0%");
    return replace(AMOUNT, shared, found -> amount(locale, found));
  }

  /** As a pattern; amounts stand at its places. */
  private static String expression(String phrase, String figure) {
    return PLACE
        .matcher(Pattern.quote(phrase))
        .replaceAll("\\\\E" + Matcher.quoteReplacement(figure) + "\\\\Q");
  }

  private static String replace(Pattern what, String text, Function<MatchResult, String> by) {
    return what.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
  }

  private static String phrase(Bundles words, String found) {
    String key =
        KEYS.stream()
            .filter(one -> PHRASES.get(one).matcher(found).matches())
            .findFirst()
            .orElseThrow();
    Matcher figures = PHRASES.get(key).matcher(found);
    figures.matches();
    return replace(
        PLACE, words.text(key), place -> figures.group(Integer.parseInt(place.group(1)) + 1));
  }

  private static String number(Locale locale, String plain) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(4);
    return format.format(new BigDecimal(plain));
  }

  /** As it stands where three letters are no currency. */
  private static String amount(Locale locale, MatchResult found) {
    try {
      CurrencyCode currency = CurrencyCode.of(found.group(2));
      return Amounts.text(Money.parse(found.group(1), currency), locale);
    } catch (IllegalArgumentException | ArithmeticException noAmount) {
      return found.group();
    }
  }
}
