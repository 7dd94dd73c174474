package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.launcher.Refusal;

/**
 * {@code halles plugin copy}: an example plugin as a folder of one's own, which builds by itself
 * and can be added.
 */
public final class CopiedPlugin {

  private static final Pattern LIBRARY = Pattern.compile("<artifactId>([^<]+)</artifactId>");
  private static final Set<String> IN_THE_KIT =
      Set.of("vendor-plugins", "halles-spi", "halles-testkit", "jakarta.jakartaee-api");

  private final Path example;
  private final String id;

  private CopiedPlugin(Path example, String id) {
    this.example = example;
    this.id = id;
  }

  /**
   * @param project the checkout
   * @param id of the example, which is the name of its folder
   */
  public static CopiedPlugin of(Path project, String id) throws IOException {
    List<String> examples = examples(project.resolve("vendor-plugins"));
    if (!examples.contains(id)) {
      throw new Refusal(
          "There is no example \"%s\" that stands alone; copy one of: %s.",
          id, String.join(", ", examples));
    }
    return new CopiedPlugin(project.resolve("vendor-plugins").resolve(id), id);
  }

  /** Those that need nothing but what {@code halles plugin new} gives a plugin as well. */
  private static List<String> examples(Path plugins) throws IOException {
    try (Stream<Path> folders = Files.list(plugins)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("README.md")))
          .filter(CopiedPlugin::standsAlone)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static boolean standsAlone(Path folder) {
    try {
      Path pom = folder.resolve("pom.xml");
      Path descriptor = folder.resolve("src/main/resources/META-INF/halles-plugin.properties");
      return Files.exists(pom)
          && Files.exists(descriptor)
          && Files.readString(folder.resolve("README.md")).contains("halles plugin copy ")
          && librariesOf(pom).stream()
              .allMatch(
                  name -> IN_THE_KIT.contains(name) || name.equals("" + folder.getFileName()));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Set<String> librariesOf(Path pom) throws IOException {
    Matcher library = LIBRARY.matcher(Files.readString(pom));
    return library.results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  /**
   * Writes it.
   *
   * @param home where the kit is kept that it is built with
   * @param parent where its folder is made
   * @return its folder
   */
  public Path in(Path project, Path home, Path parent) throws IOException {
    Path folder = parent.resolve(id);
    if (Files.exists(folder)) {
      throw new Refusal("%s exists already: move it away, or copy elsewhere.", folder);
    }
    Kit kit = Kit.make(project, home.toAbsolutePath().resolve("plugin-kit"));
    copySources(folder);
    Files.writeString(folder.resolve("README.md"), readme());
    Files.writeString(folder.resolve("pom.xml"), pom(kit));
    return folder;
  }

  private void copySources(Path folder) throws IOException {
    try (Stream<Path> sources = Files.walk(example.resolve("src"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Path place = folder.resolve(example.relativize(source));
        Files.createDirectories(place.getParent());
        Files.copy(source, place);
      }
    }
  }

  /** What it says about the checkout holds of this folder. */
  private String readme() throws IOException {
    return Files.readString(example.resolve("README.md"))
        .replace("`mvn -pl vendor-plugins/" + id + " -am package`", "`mvn package`")
        .replace("vendor-plugins/" + id + "/target/", "PATH/target/");
  }

  private String pom(Kit kit) throws IOException {
    return NewPlugin.withRepository(
        Files.readString(kit.template().resolve("pom.xml"))
            .replace("${groupId}", "org.halles.examples")
            .replace("${artifactId}", id)
            .replace("${version}", "1.0.0")
            .replace("${hallesVersion}", kit.version()),
        kit);
  }
}
