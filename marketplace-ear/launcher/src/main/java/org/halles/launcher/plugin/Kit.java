package org.halles.launcher.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.halles.launcher.Refusal;

/**
 * What a plugin is built with, as a Maven repository in a folder: SPI and testkit of this checkout.
 * Their version says what is in them, so that Maven never takes an earlier build's from its cache.
 */
final class Kit {

  private static final Pattern VERSION =
      Pattern.compile("<artifactId>halles</artifactId>\\s*<version>([^<]+)</version>");

  private static final List<String> LIBRARIES = List.of("spi", "testkit");

  private final Path plugins;
  private final Path folder;
  private final String own;
  private final String version;

  private Kit(Path plugins, Path folder, String own) throws IOException {
    this.plugins = plugins;
    this.folder = folder;
    this.own = own;
    this.version = own.replace("-SNAPSHOT", "") + "-" + contents();
  }

  /** Copies what was built into the folder. */
  static Kit make(Path project, Path folder) throws IOException {
    Path plugins = project.resolve("vendor-plugins");
    Matcher version = VERSION.matcher(Files.readString(plugins.resolve("pom.xml")));
    if (!version.find()) {
      throw new Refusal("%s names no version of its parent.", plugins.resolve("pom.xml"));
    }
    Kit kit = new Kit(plugins, folder, version.group(1));
    kit.describe("halles", project.resolve("pom.xml"));
    kit.describe("vendor-plugins", plugins.resolve("pom.xml"));
    for (String library : LIBRARIES) {
      kit.describe("halles-" + library, plugins.resolve(library + "/pom.xml"));
      Files.copy(
          kit.built(library),
          kit.placeOf("halles-" + library, "jar"),
          StandardCopyOption.REPLACE_EXISTING);
      kit.explain(library);
    }
    return kit;
  }

  /** The version of what is in it. */
  String version() {
    return version;
  }

  /** Its address as it stands in a {@code pom.xml}. */
  String url() {
    return folder.toUri().toString().replace("&", "&amp;");
  }

  /** What a new plugin begins with. */
  Path template() {
    return plugins.resolve("archetype/src/main/resources/archetype-resources");
  }

  private Path built(String library) throws IOException {
    Path target = plugins.resolve(library + "/target");
    String name = "halles-" + library + "-" + own + ".jar";
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

  /** The same for the same jars and descriptions, and for no others. */
  private String contents() throws IOException {
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(plugins.resolve("pom.xml")));
    for (String library : LIBRARIES) {
      sum.update(Files.readAllBytes(plugins.resolve(library + "/pom.xml")));
      sum.update(Files.readAllBytes(built(library)));
    }
    return "%08x".formatted(sum.getValue());
  }

  /** The description under the kit's own version. */
  private void describe(String artifact, Path pom) throws IOException {
    String described =
        Files.readString(pom)
            .replace("<version>" + own + "</version>", "<version>" + version + "</version>");
    Files.writeString(placeOf(artifact, "pom"), described);
  }

  /** The sources beside the jar, where editors look for what a method promises. */
  private void explain(String library) throws IOException {
    Path sources = plugins.resolve(library + "/src/main/java");
    Path jar = placeOf("halles-" + library, "-sources", "jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(
            new ZipEntry(sources.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, zip);
      }
    }
  }

  private Path placeOf(String artifact, String type) throws IOException {
    return placeOf(artifact, "", type);
  }

  private Path placeOf(String artifact, String what, String type) throws IOException {
    Path place = Files.createDirectories(folder.resolve("org/halles/" + artifact + "/" + version));
    return place.resolve(artifact + "-" + version + what + "." + type);
  }
}
