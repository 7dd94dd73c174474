package org.halles.plugincheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halles.spi.PluginDescriptor;

/**
 * Checks one jar: {@code PluginCheck [--no-contracts] [--beside FOLDER|JAR]... JAR}. Exit code 0:
 * it may be installed; 1: it must not be, and the lines say why.
 */
public final class PluginCheck {

  private final List<Path> beside = new ArrayList<>();
  private Path candidate;
  private boolean contracts = true;

  private PluginCheck() {}

  /** Prints what was found out. */
  public static void main(String[] arguments) throws IOException {
    Report report = of(arguments).report();
    System.out.print(report.text());
    System.out.flush();
    // threads that a plugin left behind must not keep this process alive
    Runtime.getRuntime().halt(report.isClean() ? 0 : 1);
  }

  static PluginCheck of(String... arguments) throws IOException {
    PluginCheck check = new PluginCheck();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--no-contracts" -> check.contracts = false;
        case "--beside" -> check.beside.addAll(jars(Path.of(arguments[++i])));
        default -> check.candidate = Path.of(arguments[i]);
      }
    }
    return check;
  }

  private static List<Path> jars(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  Report report() throws IOException {
    Report report = new Report();
    Jar jar;
    try {
      jar = Jar.open(candidate);
    } catch (IOException unreadable) {
      report.fault(
          "%s is no jar, or it is damaged (%s): build it again",
          candidate.getFileName(), unreadable.getMessage());
      return report;
    }
    Neighbours neighbours = Neighbours.of(beside);
    Optional<PluginDescriptor> plugin = new JarChecks(jar, neighbours, report).run();
    if (plugin.isPresent() && report.isClean()) {
      new BeanChecks(candidate, plugin.get(), neighbours, report).run(contracts);
    }
    return report;
  }
}
