package org.halles.web.ui;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/**
 * What is wrong with a form, by field, in the language of the page. The domain speaks English; a
 * translation stands in the bundles under {@code violation.} and the message as a slug, such as
 * {@code violation.is-needed}; where there is none, the English stays.
 */
public final class FieldErrors {

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
    return words.orElse(key(violation.message()), violation.message());
  }

  /** Where the translation of a message stands. */
  static String key(String message) {
    return "violation."
        + message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
