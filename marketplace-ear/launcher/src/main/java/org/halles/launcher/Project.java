package org.halles.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the build made, seen from the checkout's folder. */
public final class Project {
  private final Path folder;

  private Project(Path folder) {
    this.folder = folder;
  }

  /** The project in this folder. */
  public static Project of(Path folder) {
    return new Project(folder);
  }

  /** The marketplace, ready to deploy. */
  public Path ear() {
    return built("marketplace-ear/target/halles.ear");
  }

  /** A server to be installed in the given folder, from the archive that Maven brought. */
  public ServerInstallation installation(Path home) throws IOException {
    Path pointer = built("marketplace-ear/launcher/target/wildfly.txt");
    return new ServerInstallation(
        Path.of(Files.readString(pointer).strip()),
        folder.resolve("marketplace-ear/src/main/wildfly"),
        jar("marketplace-ear/server-door/target", "halles-server-door-"),
        home);
  }

  /** The class path of the program that checks plugins. */
  public String pluginCheck() throws IOException {
    return jar("vendor-plugins/plugin-check/target", "halles-plugin-check-")
        + File.pathSeparator
        + Files.readString(built("vendor-plugins/plugin-check/target/classpath.txt")).strip();
  }

  /** A plugin that comes with Halles, as it was built. */
  public Path plugin(String name) throws IOException {
    return jar("vendor-plugins/" + name + "/target", name + "-");
  }

  /** The one jar that a module made, whatever its version. */
  private Path jar(String target, String start) throws IOException {
    try (Stream<Path> files = Files.list(built(target))) {
      return files
          .filter(file -> file.getFileName().toString().matches(start + "[\\w.-]+\\.jar"))
          .findFirst()
          .orElseThrow(
              () -> new Refusal("%s holds no jar: build first (./halles run does).", target));
    }
  }

  private Path built(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      throw new Refusal("%s is missing: build first (./halles run does).", file);
    }
    return file;
  }
}
