package org.halles.plugincheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What the archetype makes compiles, keeps its contracts, and may be added as it is. */
class ArchetypeTest {

  private static final Path TEMPLATE =
      Path.of("../archetype/src/main/resources/archetype-resources");

  /** What somebody answers to {@code mvn archetype:generate}. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "${groupId}", "com.acme",
          "${artifactId}", "acme-weekend",
          "${version}", "1.0.0",
          "${package}", "com.acme.weekend",
          "${pluginClass}", "Weekend",
          "${author}", "Acme",
          "${hallesVersion}", "0.1.0-SNAPSHOT");

  @TempDir private Path folder;
  private final Map<String, String> files = new LinkedHashMap<>();

  @BeforeEach
  void generate() throws IOException {
    try (Stream<Path> paths = Files.walk(TEMPLATE)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String text = Files.readString(path);
        for (Map.Entry<String, String> answer : ANSWERS.entrySet()) {
          text = text.replace(answer.getKey(), answer.getValue());
        }
        String name = TEMPLATE.relativize(path).toString().replace("__pluginClass__", "Weekend");
        files.put(name, text);
      }
    }
  }

  @Test
  void nothing_is_left_unanswered_and_the_pom_is_one() throws Exception {
    assertThat(files.values()).noneMatch(text -> text.contains("${"));
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(files.get("pom.xml").getBytes()))
                .getElementsByTagName("dependency")
                .getLength())
        .isEqualTo(3);
  }

  @Test
  void the_plugin_may_be_added_as_it_is() throws IOException {
    Path jar =
        workshop()
            .without("com.acme.weekend.WeekendTest")
            .without("com.acme.weekend.WeekendJarTest")
            .jar("acme-weekend");

    Report report = PluginCheck.of(jar.toString()).report();

    assertThat(report.faults()).isEmpty();
    assertThat(report.remarks()).isEmpty();
    assertThat(report.text()).contains("rule acme-weekend.rate keeps its contract");
  }

  @Test
  void its_own_tests_pass() throws Exception {
    Path jar = workshop().jar("acme-weekend");
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    URL[] here = {jar.toUri().toURL()};
    try (URLClassLoader plugin = new URLClassLoader(here, getClass().getClassLoader())) {
      for (String test : List.of("WeekendTest", "WeekendJarTest")) {
        LauncherFactory.create()
            .execute(
                LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(plugin.loadClass("com.acme.weekend." + test)))
                    .build(),
                listener);
        assertThat(listener.getSummary().getFailures()).isEmpty();
        assertThat(listener.getSummary().getTestsSucceededCount()).isPositive();
      }
    }
  }

  /** The generated folder, tests and all, as one jar. */
  private Workshop workshop() {
    Workshop workshop = Workshop.empty(folder);
    files.forEach(
        (name, text) -> {
          if (name.endsWith(".java")) {
            String simple = Path.of(name).getFileName().toString().replace(".java", "");
            workshop.source("com.acme.weekend." + simple, text);
          } else if (name.startsWith("src/main/resources/")) {
            workshop.with(name.substring("src/main/resources/".length()), text);
          }
        });
    return workshop;
  }
}
