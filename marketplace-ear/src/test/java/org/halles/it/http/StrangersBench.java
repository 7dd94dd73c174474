package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.halles.launcher.plugin.NewPlugin;

/** Where somebody who knows nothing but docs/plugin-guide.md makes plugins. */
final class StrangersBench {

  private static final Path PROJECT = Path.of(System.getProperty("halles.project"));
  private static final Pattern FILE =
      Pattern.compile(
          "<!-- file: ([\\w-]+)/src/main/(java|resources)/(\\S+) -->\n```\\w+\n(.*?)```",
          Pattern.DOTALL);

  private final Path folder;

  StrangersBench(Path folder) {
    this.folder = folder;
  }

  /**
   * What {@code ./halles plugin new} makes, built as the guide says: by Maven, with its tests.
   *
   * @param home of the marketplace whose kit it is built with
   */
  Path begun(String id, String packageName, Path home) throws Exception {
    Path made = NewPlugin.of(id, packageName).in(PROJECT, home, folder);
    Path log = folder.resolve(id + ".log");
    Process maven =
        new ProcessBuilder(
                "mvn",
                "-o",
                "-B",
                "-q",
                "-Daether.offline.protocols=file",
                "-Dmaven.repo.local=" + ownRepository(),
                "package")
            .directory(made.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(maven.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(maven.exitValue()).as(Files.readString(log)).isZero();
    return made.resolve("target/" + id + "-1.0.0.jar");
  }

  /** This machine's libraries, without a word of Halles: what it takes from the kit stays here. */
  private Path ownRepository() throws IOException {
    Path shared =
        Path.of(
            System.getProperty(
                "maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
    Path own = Path.of(System.getProperty("halles.it.home")).resolve("libraries").toAbsolutePath();
    Path organisations = Files.createDirectories(own.resolve("org"));
    link(shared, own, "org");
    link(shared.resolve("org"), organisations, "halles");
    return own;
  }

  private static void link(Path from, Path to, String without) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        Path name = entry.getFileName();
        if (!name.toString().equals(without) && !Files.exists(to.resolve(name))) {
          Files.createSymbolicLink(to.resolve(name), entry.toAbsolutePath());
        }
      }
    }
  }

  /** A plugin whose every file the guide shows. */
  Path shown(String id) throws IOException {
    Path home = Files.createDirectories(folder.resolve(id));
    List<String> sources = new ArrayList<>();
    Matcher file = FILE.matcher(Files.readString(PROJECT.resolve("docs/plugin-guide.md")));
    while (file.find()) {
      if (file.group(1).equals(id)) {
        Path place = home.resolve(file.group(3));
        Files.createDirectories(place.getParent());
        Files.writeString(place, file.group(4));
        if (file.group(2).equals("java")) {
          sources.add(place.toString());
        }
      }
    }
    compile(home, sources);
    return packed(home, folder.resolve(id + ".jar"));
  }

  private static void compile(Path into, List<String> sources) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "--release",
                "17",
                "-d",
                into.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    arguments.addAll(sources);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(compiled).as("what the guide shows compiles: %s", sources).isZero();
  }

  private static Path packed(Path home, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(home.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
      }
    }
    return jar;
  }
}
