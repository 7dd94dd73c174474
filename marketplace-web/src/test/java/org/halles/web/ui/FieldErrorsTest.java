package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.junit.jupiter.api.Test;

class FieldErrorsTest {

  private final Words french = new Words(new Language());

  @Test
  void figures_of_the_domain_go_into_the_translation() {
    assertThat(told("must be between 1 and 3")).isEqualTo("Entre 1 et 3.");
    assertThat(told("must be from 0 to 10000")).isEqualTo("Entre 0 et 10000.");
    assertThat(told("must be a share from 0 % to 50 %")).isEqualTo("Entre 0 et 50 %.");
  }

  @Test
  void what_stands_in_brackets_goes_into_the_translation() {
    assertThat(told("must be one of [CALM, BUSY]")).isEqualTo("Choisissez parmi CALM, BUSY.");
  }

  @Test
  void what_stands_in_brackets_is_said_as_it_is_written_also_if_it_is_all_figures() {
    assertThat(told("is no postal code of the chosen country, where they are written like [69002]"))
        .isEqualTo("Ce n’est pas un code postal du pays choisi : il s’écrit comme 69002.");
  }

  @Test
  void a_translation_for_exactly_these_figures_wins() {
    assertThat(told("may have at most 200 characters")).isEqualTo("200 caractères au plus.");
  }

  @Test
  void what_nobody_translated_is_said_in_english() {
    assertThat(told("must sing")).isEqualTo("must sing");
  }

  @Test
  void a_field_tells_the_first_thing_that_is_wrong() {
    InvalidInput invalid =
        new InvalidInput(
            List.of(
                new Violation("carrier", "must be said", ""), new Violation("carrier", "x", "")));
    assertThat(FieldErrors.of(invalid, french))
        .containsOnlyKeys("carrier")
        .containsValue("À préciser.");
  }

  private String told(String message) {
    return FieldErrors.of(new InvalidInput(new Violation("f", message, "")), french).get("f");
  }
}
