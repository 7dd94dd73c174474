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
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.halles.spi.PluginDescriptor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The plugins that docs/plugin-guide.md shows are plugins: they compile and keep their contracts.
 */
class PluginGuideTest {

  /** What a reader of the guide would add for the jar. */
  private static final String JAR_TEST =
      """
      package %s;

      class JarTest extends org.halles.testkit.PluginJarContract {
        protected Class<?> plugin() {
          return %s.class;
        }
      }
      """;

  @TempDir private Path folder;
  private final Map<String, String> files = new LinkedHashMap<>();

  @ParameterizedTest
  @CsvSource({
    "acme-weekend, com.acme.weekend, Weekend",
    "acme-corner, com.acme.corner, Corner",
    "acme-pay, com.acme.pay, AcmePay",
    "acme-note, com.acme.note, Note"
  })
  void what_it_shows_compiles_and_keeps_the_contracts(String plugin, String home, String name)
      throws Exception {
    files.putAll(Guide.plugin(plugin));
    String classes = home.replace('.', '/');
    assertThat(files)
        .containsKeys(
            classes + "/" + name + ".java",
            classes + "/" + name + "Test.java",
            "META-INF/beans.xml",
            PluginDescriptor.RESOURCE);
    files.put(classes + "/JarTest.java", JAR_TEST.formatted(home, name));
    write();
    compile();

    URL[] here = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(here, getClass().getClassLoader())) {
      Verdict.on(loader.loadClass(home + "." + name + "Test")).isGood();
      Verdict.on(loader.loadClass(home + ".JarTest")).isGood();
    }
  }

  private void write() throws IOException {
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Path path = folder.resolve(entry.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, entry.getValue());
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
