package org.halles.web.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.plugin.ConfigurationField;
import org.halles.marketplace.shared.Json;
import org.halles.spi.Rate;
import org.halles.spi.Setting;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;
import org.junit.jupiter.api.Test;

/** What holds for a plugin is read, not decoded. */
class TermsTest {

  record Board(
      @Setting(fr = "Part", en = "Share") Rate share,
      @Setting(fr = "Capitales refusées", en = "Refuse capitals") boolean refuse,
      @Setting(fr = "Facteur", en = "Factor", decimal = true) String factor,
      @Setting(fr = "Mots", en = "Words") List<String> words,
      @Setting(fr = "Foires", en = "Fairs") List<String> fairs) {}

  private static final Terms TERMS =
      new Terms(new Words(new Language()), Locale.FRANCE, ConfigurationField.allOf(Board.class));

  @Test
  void sharesAndAnswersStandAsTheReaderWritesThemAndWhatIsEmptyIsLeftOut() {
    JsonNode kept =
        Json.read(
            """
            {"share": "5", "refuse": false, "factor": "1.50", "words": ["a", "b"], "fairs": []}
            """,
            JsonNode.class);

    assertThat(TERMS.of(kept))
        .containsExactly(
            "Part\u00a0: 5\u202f%",
            "Capitales refusées\u00a0: Non", "Facteur\u00a0: 1,50", "Mots\u00a0: a, b");
  }

  @Test
  void aShareTypedWithACommaIsAShareToo() {
    assertThat(TERMS.of(Json.read("{\"share\": \"12,5 %\"}", JsonNode.class)))
        .containsExactly("Part\u00a0: 12,5\u202f%");
  }
}
