package org.halles.marketplace.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Goes through what somebody sent and notes everything that is wrong with it, so that it can be
 * said at once. Each check answers the cleaned value, or something harmless if it noted a fault.
 */
public final class Checklist {

  private static final Pattern UNSTORABLE =
      Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]|\\p{Cs}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private final List<Violation> violations = new ArrayList<>();

  /** Notes a fault. */
  public void reject(String field, String message, Object value) {
    violations.add(new Violation(field, message, value == null ? null : String.valueOf(value)));
  }

  /** A text that must be there: stripped, at most so many characters, nothing that is no text. */
  public String text(String field, String value, int longest) {
    if (value == null || value.isBlank()) {
      reject(field, "is missing: give 1 to " + longest + " characters", value);
      return "";
    }
    return optional(field, value, longest);
  }

  /** A text that may be left out; null if it was. */
  public String optional(String field, String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String stripped = value.strip();
    if (stripped.length() > longest) {
      reject(
          field,
          "is " + stripped.length() + " characters long: shorten it to " + longest,
          stripped);
    } else if (UNSTORABLE.matcher(stripped).find()) {
      reject(field, "contains a control character: remove it", null);
    }
    return stripped;
  }

  /** A text that must be there and look like this. */
  public String pattern(String field, String value, Pattern pattern, String expected) {
    String given = text(field, value, 300);
    if (!given.isEmpty() && !pattern.matcher(given).matches()) {
      reject(field, "must be " + expected, given);
    }
    return given;
  }

  /** Texts by language; at least one if they are required. */
  public Texts texts(String field, Texts texts, int longest, boolean required) {
    Map<String, String> cleaned = new LinkedHashMap<>();
    if (texts != null) {
      texts
          .byLanguage()
          .forEach(
              (language, text) -> {
                if (language == null || !LANGUAGE.matcher(language).matches()) {
                  reject(field, "knows languages by two letters such as fr", language);
                } else {
                  String one = optional(field + "." + language, text, longest);
                  if (one != null) {
                    cleaned.put(language, one);
                  }
                }
              });
    }
    if (required && cleaned.isEmpty()) {
      reject(field, "is missing: give it in at least one language, such as fr", null);
    }
    return new Texts(cleaned);
  }

  /** Names and values such as {@code brand: Noir}; at most so many. */
  public Map<String, String> words(String field, Map<String, String> words, int most) {
    Map<String, String> cleaned = new LinkedHashMap<>();
    if (words == null) {
      return cleaned;
    }
    if (words.size() > most) {
      reject(field, "has " + words.size() + " entries: keep at most " + most, null);
      return cleaned;
    }
    words.forEach(
        (name, value) -> {
          String label = text(field, name, 60);
          String content = text(field + "." + label, value, 300);
          cleaned.put(label, content);
        });
    return cleaned;
  }

  /** One of an enum's names, whatever their case, with hyphens for underscores. */
  public <E extends Enum<E>> E choice(String field, String value, Class<E> type, E fallback) {
    if (value == null || value.isBlank()) {
      if (fallback == null) {
        reject(field, "is missing: choose one of " + names(type), null);
      }
      return fallback;
    }
    String name = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              reject(field, "must be one of " + names(type), value);
              return fallback;
            });
  }

  /** A whole number within bounds; the fallback if it was left out. */
  public int number(String field, Integer value, int least, int most, int fallback) {
    if (value == null) {
      return fallback;
    }
    if (value < least || value > most) {
      reject(field, "must be between " + least + " and " + most, value);
      return fallback;
    }
    return value;
  }

  /** True while nothing was wrong. */
  public boolean isClean() {
    return violations.isEmpty();
  }

  /** Everything that was noted. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /**
   * @throws InvalidInput with everything that was noted, if anything was
   */
  public void done() {
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }
}
