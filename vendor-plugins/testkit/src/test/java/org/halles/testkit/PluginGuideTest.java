package org.halles.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.halles.spi.PluginDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin that docs/plugin-guide.md shows is a plugin: it compiles and keeps its contracts. */
class PluginGuideTest {

  private static final Path GUIDE = Path.of("../../docs/plugin-guide.md");
  private static final Pattern FILE =
      Pattern.compile(
          "<!-- file: src/(?:main|test)/(?:java|resources)/(\\S+) -->\n```\\w+\n(.*?)```",
          Pattern.DOTALL);

  /** What a reader of the guide would add for the jar. */
  private static final String JAR_TEST =
      """
      package com.acme.weekend;

      class JarTest extends org.halles.testkit.PluginJarContract {
        protected Class<?> plugin() {
          return Weekend.class;
        }
      }
      """;

  @TempDir private Path folder;
  private final Map<String, String> files = new LinkedHashMap<>();

  @BeforeEach
  void writeWhatTheGuideShows() throws IOException {
    Matcher file = FILE.matcher(Files.readString(GUIDE));
    while (file.find()) {
      files.put(file.group(1), file.group(2));
    }
    files.put("com/acme/weekend/JarTest.java", JAR_TEST);
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Path path = folder.resolve(entry.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, entry.getValue());
    }
  }

  @Test
  void it_shows_a_rule_a_test_and_the_two_files_that_make_them_a_plugin() {
    assertThat(files)
        .containsKeys(
            "com/acme/weekend/Weekend.java",
            "com/acme/weekend/WeekendTest.java",
            "META-INF/beans.xml",
            PluginDescriptor.RESOURCE);
  }

  @Test
  void what_it_shows_compiles_and_keeps_the_contracts() throws Exception {
    compile();

    URL[] here = {folder.toUri().toURL()};
    try (URLClassLoader plugin = new URLClassLoader(here, getClass().getClassLoader())) {
      Verdict.on(plugin.loadClass("com.acme.weekend.WeekendTest")).isGood();
      Verdict.on(plugin.loadClass("com.acme.weekend.JarTest")).isGood();
    }
  }

  private void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources =
          files.keySet().stream().filter(f -> f.endsWith(".java")).map(folder::resolve).toList();
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  manager,
                  null,
                  List.of("-proc:none", "-cp", System.getProperty("java.class.path")),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(complaints.toString()).isTrue();
    }
  }
}
