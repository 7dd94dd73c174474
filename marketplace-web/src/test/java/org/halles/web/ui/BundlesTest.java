package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class BundlesTest {

  @Test
  void every_word_exists_in_both_languages() {
    for (String name : Bundles.NAMES) {
      assertThat(Bundles.load(name, "fr").keySet())
          .as("keys of %s_fr and %s_en", name, name)
          .containsExactlyInAnyOrderElementsOf(Bundles.load(name, "en").keySet());
    }
  }

  @Test
  void no_word_is_written_twice() {
    Map<String, String> written = new HashMap<>();
    for (String name : Bundles.NAMES) {
      for (String key : Bundles.load(name, "fr").keySet()) {
        assertThat(written.put(key, name)).as("other bundle with %s", key).isNull();
      }
    }
  }

  @Test
  void no_straight_apostrophe_swallows_a_pattern() {
    for (String tag : Language.SPOKEN) {
      for (String name : Bundles.NAMES) {
        ResourceBundle bundle = Bundles.load(name, tag);
        for (String key : bundle.keySet()) {
          assertThat(bundle.getString(key)).as("%s in %s_%s", key, name, tag).doesNotContain("'");
          assertThatCode(() -> new MessageFormat(bundle.getString(key), Locale.FRANCE))
              .as("%s in %s_%s", key, name, tag)
              .doesNotThrowAnyException();
        }
      }
    }
  }

  @Test
  void plurals_follow_the_language() {
    assertThat(Bundles.in("fr").format("crate.count", 0)).isEqualTo("aucun article");
    assertThat(Bundles.in("fr").format("crate.count", 1)).isEqualTo("1 article");
    assertThat(Bundles.in("fr").format("crate.count", 1200)).isEqualTo("1\u202f200 articles");
    assertThat(Bundles.in("en").format("crate.count", "2")).isEqualTo("2 items");
  }

  @Test
  void a_missing_word_shows_its_key() {
    assertThat(Bundles.in("en").text("no.such.word")).isEqualTo("[no.such.word]");
  }
}
