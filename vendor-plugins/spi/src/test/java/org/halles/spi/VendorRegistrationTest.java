package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorRegistrationTest {

  private static final Map<String, String> TEXT = Map.of("fr", "Bonjour");

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a-b", "maison-lumen", "3-mousquetaires"})
  void a_slug_is_letters_digits_and_single_hyphens(String slug) {
    assertThat(registration(slug, "FR", "#1F5A3D").slug()).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "-abc", "abc-", "a--b", "Abc", "a b c", "été", "../etc"})
  void another_slug_is_refused_with_its_value(String slug) {
    assertThatThrownBy(() -> registration(slug, "FR", "#1F5A3D"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slug '" + slug + "' is malformed");
  }

  @Test
  void a_slug_has_sixty_characters_at_most_hyphens_included() {
    String sixty = "a-".repeat(29) + "bc";

    assertThat(registration(sixty, "FR", "#1F5A3D").slug()).hasSize(60);
    assertThatThrownBy(() -> registration(sixty + "d", "FR", "#1F5A3D"))
        .hasMessageContaining("3 to 60");
  }

  @Test
  void everything_that_is_wrong_is_named_at_once() {
    assertThatThrownBy(
            () ->
                new VendorRegistration(
                    null, " ", "France", true, "nobody", Map.of(), Map.of("FRA", " "), "green"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "slug is missing",
            "name ' ' is malformed",
            "country 'France' is malformed",
            "ownerEmail 'nobody' is malformed",
            "tagline is empty",
            "story language 'FRA' is malformed",
            "accent 'green' is malformed: it must be a colour such as #1F5A3D");
  }

  private static VendorRegistration registration(String slug, String country, String accent) {
    return new VendorRegistration(
        slug, "A shop", country, true, "owner@shop.example", TEXT, TEXT, accent);
  }
}
