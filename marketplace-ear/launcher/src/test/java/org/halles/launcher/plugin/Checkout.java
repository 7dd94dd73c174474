package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkout after its build, as far as a plugin of one's own needs it.
 *
 * @param project its folder
 */
record Checkout(Path project) {

  private static final Path REAL = Path.of("../..");

  static Checkout in(Path project) throws IOException {
    Checkout made = new Checkout(project);
    for (String pom :
        List.of("", "vendor-plugins/", "vendor-plugins/spi/", "vendor-plugins/testkit/")) {
      made.copy(pom + "pom.xml");
    }
    String version = Kit.class.getPackage().getImplementationVersion();
    String own = version == null ? "0.1.0-SNAPSHOT" : version;
    for (String library : List.of("spi", "testkit")) {
      Path target = project.resolve("vendor-plugins/" + library + "/target");
      Files.createDirectories(target);
      Files.writeString(target.resolve("halles-" + library + "-" + own + ".jar"), library);
    }
    made.with("vendor-plugins/spi/src/main/java").with("vendor-plugins/testkit/src/main/java");
    return made.with("vendor-plugins/archetype/src/main/resources/archetype-resources");
  }

  /** With everything that a folder holds, but what was built there. */
  Checkout with(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(REAL.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = REAL.relativize(file).toString();
        if (!name.contains("target") && !Files.exists(project.resolve(name))) {
          copy(name);
        }
      }
    }
    return this;
  }

  private void copy(String name) throws IOException {
    Path place = project.resolve(name);
    Files.createDirectories(place.getParent());
    Files.copy(REAL.resolve(name), place);
  }
}
