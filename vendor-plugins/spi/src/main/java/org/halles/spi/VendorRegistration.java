package org.halles.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A vendor's registration: identity and storefront.
 *
 * @param slug lower-case letters and digits, single hyphens between them, 3 to 60 characters;
 *     unique on the platform
 * @param name the name buyers see, 1 to 120 characters
 * @param country ISO 3166-1 alpha-2 of its seat
 * @param professional true for a trader, false for a private person
 * @param ownerEmail the person who will own the vendor's account
 * @param tagline one line, by language ({@code fr}, {@code en}); at least one language
 * @param story a paragraph or two, plain text, by language; may be empty
 * @param accent the storefront's colour as {@code #RRGGBB}
 */
public record VendorRegistration(
    String slug,
    String name,
    String country,
    boolean professional,
    String ownerEmail,
    Map<String, String> tagline,
    Map<String, String> story,
    String accent) {

  /**
   * @throws IllegalArgumentException naming every malformed field, its value and what it must be
   */
  public VendorRegistration {
    List<String> faults = new ArrayList<>();
    require(
        slug,
        "(?=.{3,60}$)[a-z0-9]+(-[a-z0-9]+)*",
        "slug",
        "3 to 60 lower-case letters, digits and single hyphens",
        faults);
    require(name, "(?s)(?=.{1,120}$).*\\S.*", "name", "1 to 120 characters", faults);
    require(country, "[A-Z]{2}", "country", "two capital letters after ISO 3166-1", faults);
    require(ownerEmail, "[^@\\s]+@[^@\\s]+", "ownerEmail", "an e-mail address", faults);
    require(accent, "#[0-9A-Fa-f]{6}", "accent", "a colour such as #1F5A3D", faults);
    requireLanguages(tagline, "tagline", faults);
    requireLanguages(story, "story", faults);
    if (tagline != null && tagline.isEmpty()) {
      faults.add("tagline is empty: give it in at least one language, such as fr");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("vendor registration: " + String.join("; ", faults));
    }
    tagline = Map.copyOf(tagline);
    story = Map.copyOf(story);
  }

  private static void require(
      String value, String pattern, String field, String expected, List<String> faults) {
    if (value == null) {
      faults.add(field + " is missing: it must be " + expected);
    } else if (!value.matches(pattern)) {
      faults.add(field + " '" + value + "' is malformed: it must be " + expected);
    }
  }

  private static void requireLanguages(
      Map<String, String> texts, String field, List<String> faults) {
    if (texts == null) {
      faults.add(field + " is missing: give a text by language, such as fr");
      return;
    }
    texts.forEach(
        (language, text) -> {
          if (language == null || !language.matches("[a-z]{2}")) {
            faults.add(
                field + " language '" + language + "' is malformed: two letters after ISO 639-1");
          } else if (text == null || text.isBlank()) {
            faults.add(
                field + " in '" + language + "' is blank: leave the language out or fill it");
          }
        });
  }
}
