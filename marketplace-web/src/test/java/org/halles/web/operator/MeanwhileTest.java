package org.halles.web.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator reads what a plugin that is left alone means for the marketplace. */
class MeanwhileTest {

  private static final List<String> BUNDLES =
      List.of("extensions", "onboarding", "operator", "plugins", "setups");

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyKindOfExtensionSaysWhatHappensWithoutIt(String language) throws IOException {
    Properties words = new Properties();
    for (String bundle : BUNDLES) {
      try (InputStream in =
          getClass()
              .getResourceAsStream(
                  "/org/halles/web/%s_%s.properties".formatted(bundle, language))) {
        words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    }

    List<String> points =
        words.stringPropertyNames().stream().filter(key -> key.startsWith("point.")).toList();

    assertThat(points).hasSizeGreaterThanOrEqualTo(12);
    assertThat(points)
        .allSatisfy(
            point ->
                assertThat(words.getProperty(point.replace("point.", "meanwhile.")))
                    .as(point)
                    .isNotBlank());
    assertThat(words.getProperty("plugins.quarantined-what")).doesNotContain("{0}");
  }
}
