package org.halles.marketplace.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StationeryTest {

  private static final Path TEXTS =
      Path.of("src/main/resources/org/halles/marketplace/notification");

  @Test
  void everyLetterSaysTheSameThingsInBothLanguages() throws IOException {
    List<String> templates = templates();
    assertThat(templates).hasSizeGreaterThan(10);
    for (String template : templates) {
      assertThat(Stationery.holes(template, "en"))
          .as(template)
          .containsExactlyInAnyOrderElementsOf(Stationery.holes(template, "fr"));
      for (String language : List.of("fr", "en")) {
        WrittenLetter letter = Stationery.write(template, language, facts(template, language));
        assertThat(letter.subject()).as(template).isNotBlank().doesNotContain("{", "\n");
        assertThat(Layout.text(letter, language)).as(template).doesNotContain("{", "](");
      }
    }
  }

  @Test
  void aBlockWhoseFactIsMissingIsLeftOut() {
    Map<String, String> facts = facts("vendor-approved", "en");
    facts.remove("reason");

    assertThat(Layout.text(Stationery.write("vendor-approved", "en", facts), "en"))
        .doesNotContain("the reason")
        .contains("Open my portal");
  }

  @Test
  void addressesStandBehindTheColonOfTheirLanguage() {
    Map<String, String> facts = facts("vendor-approved", "fr");

    assertThat(Layout.text(Stationery.write("vendor-approved", "fr", facts), "fr"))
        .contains("\u00a0:\n")
        .doesNotContainPattern("[^\u00a0]:\n");
  }

  @Test
  void whatPeopleWroteIsNeverMarkup() {
    Map<String, String> facts = facts("vendor-rejected", "en");
    facts.put("reason", "<script>alert(1)</script> & \"more\"");

    String html = Layout.html(Stationery.write("vendor-rejected", "en", facts), "en");

    assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;alert(1)", "&amp;");
  }

  private static Map<String, String> facts(String template, String language) {
    Map<String, String> facts = new HashMap<>();
    Stationery.holes(template, language).forEach(hole -> facts.put(hole, "the " + hole));
    return facts;
  }

  private static List<String> templates() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("_fr.txt"))
          .map(name -> name.replace("_fr.txt", ""))
          .toList();
    }
  }
}
