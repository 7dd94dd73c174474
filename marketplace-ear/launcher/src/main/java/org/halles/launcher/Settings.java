package org.halles.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the person at the keyboard may choose, all of it by environment variables.
 *
 * @param project the checkout that the command was called from
 * @param home where every byte of state lives: database, media, keys, logs, the unpacked server
 * @param portOffset added to every port, so that several marketplaces fit on one machine
 * @param externalDatabase the operator's own PostgreSQL; empty for the embedded one
 * @param demo whether the demo shops and accounts are wanted
 * @param nodes how many servers share the work; one stands alone, several behind a front
 * @param javaOptions for each server's Java machine, after ours, so that they win
 */
record Settings(
    Path project,
    Path home,
    int portOffset,
    Optional<Credentials> externalDatabase,
    boolean demo,
    int nodes,
    List<String> javaOptions) {

  private static final int HIGHEST_OFFSET = 65535 - 15432;
  private static final int BESIDE = 3_000;
  static final int MOST_NODES = 4;
  static final int HTTP_PORT = 8080;

  /** How to reach a database. */
  record Credentials(String url, String user, String password) {}

  static Settings from(Map<String, String> environment, Path project) {
    Path home = Path.of(environment.getOrDefault("HALLES_HOME", ".halles"));
    return new Settings(
        project,
        project.resolve(home).toAbsolutePath().normalize(),
        offset(environment.getOrDefault("HALLES_PORT_OFFSET", "0")),
        external(environment),
        flag(environment, "HALLES_DEMO", true),
        nodes(environment.getOrDefault("HALLES_NODES", "1")),
        options(environment));
  }

  /** The same, with every port moved by so much. */
  Settings withPortOffset(int offset) {
    return new Settings(project, home, offset, externalDatabase, demo, nodes, javaOptions);
  }

  /** A copy of the marketplace beside it, which is only looked at. */
  Settings forDrill(Path scratch) {
    int beside = portOffset + (portOffset + BESIDE > HIGHEST_OFFSET ? -BESIDE : BESIDE);
    return new Settings(project, scratch, beside, Optional.empty(), false, 1, javaOptions);
  }

  int httpPort() {
    return HTTP_PORT + portOffset;
  }

  int managementPort() {
    return 9990 + portOffset;
  }

  int databasePort() {
    return 15432 + portOffset;
  }

  /**
   * The marketplace that replay, books and bench talk to: the one that runs with these settings.
   */
  URI marketplace() {
    return URI.create(shopUrl());
  }

  String shopUrl() {
    return "http://127.0.0.1:" + httpPort();
  }

  private static int nodes(String text) {
    if (text.strip().matches("[1-" + MOST_NODES + "]")) {
      return Integer.parseInt(text.strip());
    }
    throw new Refusal(
        "HALLES_NODES is \"%s\"; give a whole number from 1 to %d.", text, MOST_NODES);
  }

  /** What is not a variable of the server's own reaches it so; whatever somebody chose wins. */
  private static List<String> options(Map<String, String> environment) {
    List<String> options = new ArrayList<>();
    options.addAll(LogFormat.named(environment.getOrDefault("HALLES_LOG", "")).options());
    options.addAll(Traces.options(environment));
    options.addAll(words(environment.getOrDefault("HALLES_JAVA_OPTIONS", "")));
    return List.copyOf(options);
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  private static int offset(String text) {
    try {
      int offset = Integer.parseInt(text.strip());
      if (offset >= 0 && offset <= HIGHEST_OFFSET) {
        return offset;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the same message
    }
    throw new Refusal(
        "HALLES_PORT_OFFSET is \"%s\"; give a whole number from 0 to %d.", text, HIGHEST_OFFSET);
  }

  private static Optional<Credentials> external(Map<String, String> environment) {
    String url = environment.getOrDefault("HALLES_DB_URL", "");
    if (url.isBlank()) {
      return Optional.empty();
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new Refusal(
          "HALLES_DB_URL is \"%s\"; give a PostgreSQL address such as"
              + " jdbc:postgresql://db.example:5432/halles.",
          url);
    }
    return Optional.of(
        new Credentials(
            url,
            required(environment, "HALLES_DB_USER"),
            required(environment, "HALLES_DB_PASSWORD")));
  }

  private static String required(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .orElseThrow(() -> new Refusal("HALLES_DB_URL is set, so %s must be set too.", name));
  }

  private static boolean flag(Map<String, String> environment, String name, boolean otherwise) {
    String text = environment.getOrDefault(name, String.valueOf(otherwise)).strip();
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0", "" -> false;
      default -> throw new Refusal("%s is \"%s\"; give true or false.", name, text);
    };
  }
}
