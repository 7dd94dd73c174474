package org.halles.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/**
 * The language of this page. The router sets it from the path, a cookie or the browser's wish
 * before any page is built.
 */
@Named
@RequestScoped
public class Language {

  /** The languages the market speaks, the market's own first. */
  public static final List<String> SPOKEN = List.of("fr", "en");

  private String tag = SPOKEN.get(0);

  /** Speak this language from here on; one that is not spoken is ignored. */
  public void speak(String wanted) {
    if (SPOKEN.contains(wanted)) {
      tag = wanted;
    }
  }

  /** ISO 639-1: {@code fr} or {@code en}. */
  public String getTag() {
    return tag;
  }

  /** The locale of amounts and dates: France for French, Ireland (euros, day first) for English. */
  public Locale getLocale() {
    return localeOf(tag);
  }

  /** The first part of every public path in this language: {@code /fr}. */
  public String getPath() {
    return "/" + tag;
  }

  /** The languages to offer in a switch. */
  public List<String> getSpoken() {
    return SPOKEN;
  }

  /** What the speakers of a language call it. */
  public String nameOf(String other) {
    return switch (other) {
      case "fr" -> "Français";
      case "en" -> "English";
      default -> other;
    };
  }

  /** The locale that belongs to a language of the market. */
  public static Locale localeOf(String tag) {
    return "en".equals(tag) ? Locale.forLanguageTag("en-IE") : Locale.FRANCE;
  }

  /** The spoken language a browser would like best, by its {@code Accept-Language} header. */
  public static String wishedFor(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return SPOKEN.get(0);
    }
    try {
      String found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return found == null ? "en" : found;
    } catch (IllegalArgumentException malformed) {
      return SPOKEN.get(0);
    }
  }
}
