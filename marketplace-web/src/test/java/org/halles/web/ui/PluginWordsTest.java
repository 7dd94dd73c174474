package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halles.marketplace.plugin.PluginView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A French operator reads in French why a plugin takes no part. */
class PluginWordsTest {

  private final Words french = new Words(new Language());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "written for SPI [7.0,8.0), but this platform has SPI 1.8: install a version made for it|la SPI [7.0,8.0)",
        "it is written for SPI [7.0,8.0), but this platform has SPI 1.8: get a version made for it|a la SPI 1.8",
        "it says that it works from SPI 1.2 on, but uses what came later: PagePanel (SPI 1.8, in com.acme.Note). Write spi=1.8 in META-INF/halles-plugin.properties, or do without it|venu après",
        "com.acme.Old uses CheckSettings, which SPI 1.9 does not have: compile it against this SPI|que la SPI 1.9 n’a pas",
        "the id 'acme' is taken by Acme 1.0.0: give it another one|déjà pris par Acme 1.0.0",
        "id 'acme' is taken by a.jar: remove one of the two jars|déjà pris par a.jar",
        "it needs the plugin bolt [1.2,2.0), which is not installed: install that first|installez-la d’abord",
        "needs the plugin first [1.0,2.0), which takes no part itself: install it|ne participe pas elle-même",
        "it needs the plugin bolt [1.2,2.0), but version 1.0.0 is installed|la version 1.0.0 est installée",
        "provides=com.acme.Old, but there is no such class in it|Elle annonce com.acme.Old",
        "there is no META-INF/beans.xml in it, so no bean would be found|Il y manque META-INF/beans.xml",
        "damaged.jar is no jar, or it is damaged (zip END header not found): build it again|damaged.jar n’est pas",
        "the marketplace could not start with it: WELD-001408: Unsatisfied|ne pourrait pas démarrer avec elle : WELD-001408",
        "com.acme.Rule would be silently missing: it needs a scope annotation such as|com.acme.Rule est annoncée",
        "com.acme.Rule cannot be used: java.lang.Error: x|com.acme.Rule ne peut pas servir",
        "com.acme.Rule cannot be used: java.lang.IllegalArgumentException: com.acme.Terms holds a secret, but both sides read and sign what a rule is configured with: leave it out|com.acme.Terms contient un secret",
        "com.acme.Rule is also in first.jar: leave it out, or move it|est aussi dans first.jar"
      })
  void whatIsKnownIsSaidInTheReadersLanguage(String problem, String told) {
    assertThat(PluginWords.told(problem, french)).contains(told).doesNotContain("{0}");
  }

  @Test
  void whatNobodyTranslatedStaysAsItWasSaid() {
    assertThat(PluginWords.told("it sings", french)).isEqualTo("it sings");
  }

  @Test
  void aProgramIsToldInTheLanguageItAsksFor() {
    PluginView broken =
        new PluginView(
            "acme",
            "Acme",
            "1.0.0",
            "Acme",
            "acme.jar",
            "[1.2,2.0)",
            List.of(),
            PluginView.Status.REFUSED,
            false,
            List.of("com.acme.Rule has no name: return a stable one"),
            List.of(),
            null);

    assertThat(PluginWords.in(broken, "fr").problems())
        .containsExactly(
            "com.acme.Rule n’a pas de nom\u00a0: elle doit en donner un qui ne change pas.");
    assertThat(PluginWords.in(broken, "en").problems())
        .containsExactly("com.acme.Rule has no name: it must give one that does not change.");
    assertThat(PluginWords.in(broken, "fr").id()).isEqualTo("acme");
  }
}
