package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {

  private static final Path LETTERS =
      Path.of("../marketplace-ejb/src/main/resources/org/halles/marketplace/notification");

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
  void digits_of_an_account_are_no_figure_and_those_of_a_plural_are() {
    Bundles french = Bundles.in("fr");

    assertThat(french.format("payouts.to-account", "0189")).endsWith(" 0189");
    assertThat(french.format("payouts.to-account", "4321")).endsWith(" 4321");
    assertThat(french.format("payouts.approve-what", "1"))
        .isEqualTo(french.format("payouts.approve-what", 1));
  }

  @Test
  void every_letter_has_a_name() throws IOException {
    List<String> names = letters().stream().map(letter -> "mail.template." + letter).toList();

    assertThat(names).contains("mail.template.order-placed");
    for (String tag : Language.SPOKEN) {
      assertThat(names).as("names in %s", tag).allMatch(Bundles.in(tag)::has);
    }
  }

  private static List<String> letters() throws IOException {
    try (Stream<Path> files = Files.list(LETTERS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("_fr.txt"))
          .map(name -> name.replace("_fr.txt", ""))
          .toList();
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
  void french_punctuation_stays_on_the_line_of_its_word() {
    for (String name : Bundles.NAMES) {
      for (String key : Bundles.load(name, "fr").keySet()) {
        assertThat(Bundles.in("fr").text(key)).as(key).doesNotContainPattern(" [:;!?»]|« ");
      }
    }
    assertThat(Bundles.in("fr").text("onboarding.not-ready")).contains("«\u00a0Pour vendre\u00a0»");
    assertThat(Bundles.in("en").text("onboarding.not-ready")).doesNotContain("\u00a0");
  }

  @Test
  void a_missing_word_shows_its_key() {
    assertThat(Bundles.in("en").text("no.such.word")).isEqualTo("[no.such.word]");
  }
}
