package org.halles.web.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/**
 * What is wrong with a form, by field, in the language of the page. The domain speaks English; a
 * translation stands in the bundles under {@code violation.} and the message as a slug, such as
 * {@code violation.is-needed}; figures and what stands in brackets may stand open, as in {@code
 * violation.must-be-between-n-and-n} with {@code {0}} and {@code {1}}. Where there is none, the
 * English stays.
 */
public final class FieldErrors {

  private static final Pattern FIGURE = Pattern.compile("(?<=\\[)[^\\]]*(?=\\])|\\b[0-9]+\\b");

  private FieldErrors() {}

  /** The first thing that is wrong with each field. */
  public static Map<String, String> of(InvalidInput invalid, Words words) {
    Map<String, String> errors = new LinkedHashMap<>();
    invalid
        .violations()
        .forEach(violation -> errors.putIfAbsent(violation.field(), told(violation, words)));
    return errors;
  }

  private static String told(Violation violation, Words words) {
    return told(violation.message(), words);
  }

  /** What the domain says in these words; as it stands where nobody translated it. */
  public static String told(String message, Words words) {
    String exact = key(message);
    List<Object> figures =
        FIGURE.matcher(message).results().map(found -> fact(message, found)).toList();
    String open = key(FIGURE.matcher(message).replaceAll("n"));
    return words.containsKey(exact) || !words.containsKey(open)
        ? words.orElse(exact, message)
        : words.of(open, figures.toArray());
  }

  /** What stands in brackets is said as it is: a postal code is no number to be grouped. */
  private static Object fact(String message, MatchResult found) {
    boolean bracketed = found.start() > 0 && message.charAt(found.start() - 1) == '[';
    return bracketed ? new StringBuilder(found.group()) : found.group();
  }

  /** Where the translation of a message stands. */
  static String key(String message) {
    return "violation."
        + message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
