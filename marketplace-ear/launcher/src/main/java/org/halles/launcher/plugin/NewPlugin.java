package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.halles.launcher.Refusal;

/**
 * {@code halles plugin new}: the folder of a plugin that builds, keeps its contract and can be
 * added, as the archetype makes it.
 */
public final class NewPlugin {

  private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private final String id;
  private final String packageName;

  private NewPlugin(String id, String packageName) {
    this.id = id;
    this.packageName = packageName;
  }

  /**
   * @param id of the plugin, such as {@code acme-weekend}
   * @param packageName of its classes; null: made from the id
   */
  public static NewPlugin of(String id, String packageName) {
    List<String> faults = new ArrayList<>();
    if (!id.matches(ID) || id.length() > 60) {
      faults.add(
          "The id \"" + id + "\" must be lower-case words with hyphens, such as acme-weekend.");
    }
    String name = packageName == null ? id.replace('-', '.') : packageName;
    if (faults.isEmpty() && !SourceVersion.isName(name)) {
      faults.add("\"" + name + "\" is no name of a Java package: give one after the id.");
    }
    if (!faults.isEmpty()) {
      throw new Refusal("%s", String.join(" ", faults));
    }
    return new NewPlugin(id, name);
  }

  /**
   * Writes it.
   *
   * @param project the checkout
   * @param home where the kit is kept that it is built with
   * @param parent where its folder is made
   * @return its folder
   */
  public Path in(Path project, Path home, Path parent) throws IOException {
    Path folder = parent.resolve(id);
    if (Files.exists(folder)) {
      throw new Refusal("%s exists already: choose another id, or move it away.", folder);
    }
    Kit kit = Kit.make(project, home.toAbsolutePath().resolve("plugin-kit"));
    try (Stream<Path> files = Files.walk(kit.template())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(file, folder.resolve(placeOf(kit.template().relativize(file))), kit);
      }
    }
    return folder;
  }

  private void write(Path template, Path place, Kit kit) throws IOException {
    String text = Files.readString(template);
    for (Map.Entry<String, String> answer : answers(kit).entrySet()) {
      text = text.replace("${" + answer.getKey() + "}", answer.getValue());
    }
    if (place.getFileName().toString().equals("pom.xml")) {
      text = withRepository(text, kit);
    }
    Files.createDirectories(place.getParent());
    Files.writeString(place, text);
  }

  /** A {@code pom.xml} that finds the kit. */
  static String withRepository(String pom, Kit kit) {
    return pom.replace("  <dependencies>", repository(kit) + "  <dependencies>");
  }

  private static String repository(Kit kit) {
    return """
      <repositories>
        <!-- SPI and testkit of the checkout that made this; ./halles plugin new makes it anew -->
        <repository><id>halles-kit</id><url>%s</url></repository>
      </repositories>
    """
        .formatted(kit.url());
  }

  /** Classes go into the folders of their package, as in the archetype. */
  private String placeOf(Path template) {
    String place = template.toString().replace('\\', '/').replace("__pluginClass__", className());
    for (String sources : List.of("src/main/java/", "src/test/java/")) {
      if (place.startsWith(sources)) {
        return sources + packageName.replace('.', '/') + "/" + place.substring(sources.length());
      }
    }
    return place;
  }

  private Map<String, String> answers(Kit kit) {
    return Map.of(
        "groupId", packageName,
        "artifactId", id,
        "version", "1.0.0",
        "package", packageName,
        "pluginClass", className(),
        "author", packageName,
        "hallesVersion", kit.version());
  }

  /**
   * {@code acme-weekend} is {@code WeekendCommission}, as is {@code weekend}: a word of its own
   * could be the name of a class the plugin needs, such as {@code Rate} or {@code String}.
   */
  private String className() {
    StringBuilder name = new StringBuilder();
    for (String word : id.substring(id.indexOf('-') + 1).split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    String own = name.append("Commission").toString();
    return Character.isJavaIdentifierStart(own.charAt(0)) ? own : "Plugin" + own;
  }
}
