package org.halles.spi;

import java.util.Map;
import java.util.Objects;

/**
 * A vendor's registration: identity and storefront.
 *
 * @param slug lower-case letters, digits and hyphens, 3 to 60; unique on the platform
 * @param name the name buyers see
 * @param country ISO 3166-1 alpha-2 of its seat
 * @param professional true for a trader, false for a private person
 * @param ownerEmail the person who will own the vendor's account
 * @param tagline one line, by language ({@code fr}, {@code en})
 * @param story a paragraph or two, plain text, by language
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
   * @throws IllegalArgumentException if the slug, country or colour is malformed; names the value
   */
  public VendorRegistration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(ownerEmail, "ownerEmail");
    require(slug, "[a-z0-9](-?[a-z0-9]){2,59}", "slug", "lower-case letters, digits and hyphens");
    require(country, "[A-Z]{2}", "country", "two capital letters after ISO 3166-1");
    require(accent, "#[0-9A-Fa-f]{6}", "accent", "a colour such as #1F5A3D");
    tagline = Map.copyOf(tagline);
    story = Map.copyOf(story);
  }

  private static void require(String value, String pattern, String field, String expected) {
    if (value == null || !value.matches(pattern)) {
      throw new IllegalArgumentException(
          field + " '" + value + "' is malformed: it must be " + expected);
    }
  }
}
