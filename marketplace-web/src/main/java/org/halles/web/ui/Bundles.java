package org.halles.web.ui;

import java.text.Collator;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All words of one language, from the bundles of every part of the site. Values are {@link
 * MessageFormat} patterns where facts go into them; apostrophes are typographic (’) throughout, so
 * that none is swallowed.
 */
final class Bundles {

  /** The bundles, one for each part of the site; a key is in one of them only. */
  static final List<String> NAMES =
      List.of(
          "messages",
          "shop",
          "checkout",
          "account",
          "vendor",
          "editor",
          "goods",
          "operator",
          "stall",
          "mail",
          "moderation",
          "onboarding",
          "imports",
          "payouts",
          "orders",
          "reviews",
          "holds",
          "finance",
          "disputes",
          "returns",
          "gateways",
          "tender",
          "reasons",
          "catalogue",
          "requests",
          "companies",
          "deeds",
          "rules",
          "plugins",
          "promo",
          "credit",
          "invoicing",
          "setups",
          "fees",
          "extensions",
          "stock",
          "webhooks",
          "affiliates",
          "captures",
          "cash");

  private static final Pattern BEFORE_PUNCTUATION = Pattern.compile(" (?=[:;!?»])");

  private static final Map<String, Bundles> BY_LANGUAGE =
      Language.SPOKEN.stream().collect(Collectors.toUnmodifiableMap(tag -> tag, Bundles::new));

  private final Map<String, String> words = new HashMap<>();
  private final Locale locale;

  private Bundles(String tag) {
    this.locale = Language.localeOf(tag);
    for (String name : NAMES) {
      ResourceBundle bundle = load(name, tag);
      bundle.keySet().forEach(key -> words.put(key, typeset(tag, bundle.getString(key))));
    }
  }

  /** French keeps its high punctuation on the line of the word before it. */
  private static String typeset(String tag, String text) {
    return tag.equals("fr")
        ? BEFORE_PUNCTUATION.matcher(text).replaceAll("\u00a0").replace("« ", "«\u00a0")
        : text;
  }

  static ResourceBundle load(String name, String tag) {
    return ResourceBundle.getBundle(
        "org.halles.web." + name,
        Locale.forLanguageTag(tag),
        Bundles.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Bundles in(String tag) {
    return BY_LANGUAGE.get(tag);
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  /** As a dictionary of this language orders words. */
  Comparator<String> order() {
    return Collator.getInstance(locale)::compare;
  }

  /** Every key that begins so, without its beginning, with its words. */
  Map<String, String> under(String prefix) {
    return words.entrySet().stream()
        .filter(one -> one.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(one -> one.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  String text(String key) {
    String text = words.get(key);
    return text == null ? "[" + key + "]" : text;
  }

  String format(String key, Object... facts) {
    MessageFormat pattern = new MessageFormat(text(key), locale);
    Format[] wanted = pattern.getFormatsByArgumentIndex();
    Object[] told = facts.clone();
    Arrays.setAll(told, i -> i < wanted.length && wanted[i] != null ? numberIn(told[i]) : told[i]);
    return pattern.format(told);
  }

  /**
   * A page may hand over a figure as text; a plural needs the number. Where none is needed digits
   * stay as they are: they may be the end of an account.
   */
  private static Object numberIn(Object fact) {
    return fact instanceof String text && text.matches("\\d{1,9}") ? Integer.valueOf(text) : fact;
  }
}
