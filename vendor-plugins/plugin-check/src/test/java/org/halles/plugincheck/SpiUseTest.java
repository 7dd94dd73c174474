package org.halles.plugincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.halles.spi.PluginDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that promise to work with an older SPI than they were compiled against. */
class SpiUseTest {

  @TempDir private Path folder;

  @Test
  void a_type_that_came_later_than_the_promised_version_is_named_with_the_remedy()
      throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .source(
                    "com.acme.Note",
                    """
                    package com.acme;
                    import java.util.*;
                    import org.halles.spi.*;
                    @jakarta.enterprise.context.ApplicationScoped
                    public class Note implements PagePanel {
                      public String id() { return "acme-note"; }
                      public Set<Page.Place> places() { return Set.of(Page.Place.LISTING); }
                      public Optional<Panel> show(Page page) { return Optional.empty(); }
                    }
                    """)
                .descriptor("spi=1\nprovides=com.acme.Rule", "spi=1.2\nprovides=com.acme.Note"));

    assertThat(report.faults())
        .singleElement()
        .asString()
        .startsWith("it says that it works from SPI 1.2 on, but uses what came later: ")
        .contains("PagePanel (SPI 1.8, in com.acme.Note)")
        .endsWith("Write spi=1.8 in META-INF/halles-plugin.properties, or do without it");
  }

  @Test
  void so_is_a_method_of_an_older_type() throws IOException {
    Report report =
        check(
            Workshop.rule(
                    folder,
                    "acme",
                    "acme.ten",
                    "return Optional.of(CommissionProposal.of(terms.rate(), \"dix\", \"ten\"));")
                .descriptor("spi=1", "spi=[1.4,3.0)"));

    assertThat(report.faults())
        .singleElement()
        .asString()
        .contains("CommissionProposal.of() (SPI 1.6, in com.acme.Rule)")
        .contains("Write spi=[1.6,3.0)");
  }

  @Test
  void so_is_an_element_of_an_annotation() throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .source(
                    "com.acme.Extra",
                    """
                    package com.acme;
                    import org.halles.spi.Setting;
                    public record Extra(@Setting(fr = "Part", en = "Share", decimal = true) String share) {}
                    """)
                .descriptor("spi=1", "spi=1.2"));

    assertThat(report.faults())
        .singleElement()
        .asString()
        .contains("Setting.decimal() (SPI 1.8, in com.acme.Extra)");
  }

  @Test
  void so_is_what_a_class_inherits_and_what_it_has_to_implement() throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .source(
                    "com.acme.Shouting",
                    """
                    package com.acme;
                    import java.util.*;
                    import org.halles.spi.*;
                    @jakarta.enterprise.context.ApplicationScoped
                    public class Shouting implements ListingCheck, Configurable<Shouting.Words> {
                      public record Words(String word) {}
                      public String id() { return "acme-shouting"; }
                      public Map<String, String> label() { return Map.of("fr", "Cris", "en", "Shouts"); }
                      public Class<Words> configurationType() { return Words.class; }
                      public Shouting with(Words words) { return this; }
                      public List<Finding> check(ListingFacts listing) {
                        return this.usual().isEmpty() ? List.of() : List.of(Finding.note("title", "a", "b"));
                      }
                    }
                    """)
                .descriptor("spi=1", "spi=1.2"));

    assertThat(report.faults())
        .singleElement()
        .asString()
        .contains("Configurable.usual() (SPI 1.4, in com.acme.Shouting)")
        .contains("ListingCheck.check() (SPI 1.4, in com.acme.Shouting)");
  }

  @Test
  void what_an_older_platform_never_asks_for_may_be_there() throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .source(
                    "com.acme.Usual",
                    """
                    package com.acme;
                    import java.util.*;
                    import org.halles.spi.*;
                    public class Usual implements Configurable<Usual.Words> {
                      public record Words(String word) {}
                      public Class<Words> configurationType() { return Words.class; }
                      public Usual with(Words words) { return this; }
                      public Optional<Words> usual() { return Optional.empty(); }
                    }
                    """)
                .descriptor("spi=1", "spi=1.2"));

    assertThat(report.faults()).isEmpty();
  }

  @Test
  void what_this_platform_has_no_more_is_named() throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .source(
                    "org.halles.spi.CheckSettings",
                    "package org.halles.spi; public class CheckSettings {}")
                .source(
                    "com.acme.Old",
                    "package com.acme; public class Old { org.halles.spi.CheckSettings some; }")
                .without("org.halles.spi.CheckSettings"));

    assertThat(report.faults())
        .anyMatch(
            line ->
                line.startsWith(
                    "com.acme.Old uses CheckSettings, which SPI "
                        + PluginDescriptor.SPI_VERSION
                        + " does not have"));
  }

  private Report check(Workshop workshop) throws IOException {
    return PluginCheck.of("--no-contracts", workshop.jar("jar").toString()).report();
  }
}
