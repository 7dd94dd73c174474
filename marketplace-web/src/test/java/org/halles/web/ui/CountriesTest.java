package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountriesTest {

  private final Countries countries = new Countries(french());

  @Test
  void countriesAreFoundByTheBeginningOfAWordOfTheirNameWithoutItsAccents() {
    assertThat(countries.like("etats")).contains("US").doesNotContain("FR");
    assertThat(countries.like("bel")).startsWith("BE").contains("BZ");
    assertThat(countries.like("unis")).contains("US", "AE");
    assertThat(countries.like("de")).contains("DE");
    assertThat(countries.like("zzz")).isEmpty();
  }

  @Test
  void theUsualOnesComeFirstInTheWholeList() {
    assertThat(countries.like(null)).startsWith("FR", "BE", "CH").contains("DE", "US");
  }

  @Test
  void aListOfCodesIsReadAsNames() {
    assertThat(countries.names(List.of("FR", "BE"))).isEqualTo("France, Belgique");
    assertThat(countries.names(List.of())).isEmpty();
  }

  private static Language french() {
    Language language = new Language();
    language.speak("fr");
    return language;
  }
}
