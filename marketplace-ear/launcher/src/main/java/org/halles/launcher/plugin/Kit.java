package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halles.launcher.Refusal;

/**
 * What a plugin is built with, as a Maven repository in a folder: SPI, testkit and archetype of
 * this checkout. Nothing is put into the repository that other projects of this machine share.
 */
final class Kit {

  private static final Pattern VERSION =
      Pattern.compile("<artifactId>halles</artifactId>\\s*<version>([^<]+)</version>");

  private static final List<String> LIBRARIES = List.of("spi", "testkit");

  private final Path plugins;
  private final Path folder;
  private final String version;

  private Kit(Path plugins, Path folder, String version) {
    this.plugins = plugins;
    this.folder = folder;
    this.version = version;
  }

  /** Copies what was built into the folder. */
  static Kit make(Path project, Path folder) throws IOException {
    Path plugins = project.resolve("vendor-plugins");
    Matcher version = VERSION.matcher(Files.readString(plugins.resolve("pom.xml")));
    if (!version.find()) {
      throw new Refusal("%s names no version of its parent.", plugins.resolve("pom.xml"));
    }
    Kit kit = new Kit(plugins, folder, version.group(1));
    kit.put("halles", "pom", project.resolve("pom.xml"));
    kit.put("vendor-plugins", "pom", plugins.resolve("pom.xml"));
    for (String library : LIBRARIES) {
      kit.put("halles-" + library, "pom", plugins.resolve(library + "/pom.xml"));
      kit.put("halles-" + library, "jar", kit.built(library));
    }
    return kit;
  }

  /** The version of what is in it. */
  String version() {
    return version;
  }

  /** Its address for a {@code pom.xml}. */
  String url() {
    return folder.toUri().toString();
  }

  /** What a new plugin begins with. */
  Path template() {
    return plugins.resolve("archetype/src/main/resources/archetype-resources");
  }

  private Path built(String library) throws IOException {
    Path target = plugins.resolve(library + "/target");
    String name = "halles-" + library + "-" + version + ".jar";
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        return files
            .filter(file -> file.getFileName().toString().equals(name))
            .findFirst()
            .orElseThrow(() -> notBuilt(target));
      }
    }
    throw notBuilt(target);
  }

  private static Refusal notBuilt(Path target) {
    return new Refusal("%s holds no jar: build first (./halles run does).", target);
  }

  private void put(String artifact, String type, Path file) throws IOException {
    Path place = folder.resolve("org/halles/" + artifact + "/" + version);
    Files.createDirectories(place);
    Files.copy(
        file,
        place.resolve(artifact + "-" + version + "." + type),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
