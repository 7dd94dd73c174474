package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr-CA,fr;q=0.9,en;q=0.8 | fr",
        "en-GB | en",
        "de-DE,de;q=0.9,fr;q=0.5 | fr",
        "ja | en",
        "*;q=broken;; | fr"
      })
  void the_browser_gets_the_language_it_likes_best(String header, String tag) {
    assertThat(Language.wishedFor(header)).isEqualTo(tag);
  }

  @Test
  void a_language_that_is_not_spoken_changes_nothing() {
    Language language = new Language();
    language.speak("en");
    language.speak("de");
    assertThat(language.getTag()).isEqualTo("en");
  }
}
