package org.halles.marketplace.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One text in the languages somebody wrote it in, such as a title in French and English. Immutable.
 *
 * @param byLanguage ISO 639-1 code to text; never null, may be empty; a language without a text is
 *     left out
 */
public record Texts(@JsonValue Map<String, String> byLanguage) {

  /** No text in any language. */
  public static final Texts NONE = new Texts(Map.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Texts {
    Map<String, String> said = new LinkedHashMap<>(byLanguage);
    said.values().removeIf(Objects::isNull);
    byLanguage = Collections.unmodifiableMap(said);
  }

  /** One text for readers of any language, as programs that know only one send it. */
  @JsonCreator
  public static Texts of(String text) {
    return of(text, text);
  }

  /** The same text in French and in English. */
  public static Texts of(String french, String english) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("fr", french);
    texts.put("en", english);
    return new Texts(texts);
  }

  /** The text in this language, else in French, else in English, else in any, else empty. */
  public String in(String language) {
    for (String candidate : new String[] {language, "fr", "en"}) {
      String text = byLanguage.get(candidate);
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return byLanguage.values().stream().filter(text -> !text.isBlank()).findFirst().orElse("");
  }

  public boolean isEmpty() {
    return byLanguage.values().stream().allMatch(String::isBlank);
  }
}
