package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;

/**
 * All state of a marketplace in one folder, and back. The database comes first: what it names among
 * the files was there before, for files are only added.
 */
final class Backup {

  /** Written last: a folder without it is none. */
  private static final String SEAL = "halles-backup.properties";

  private static final String DATABASE = "database";
  private static final List<String> FILES =
      List.of("media", "private", "imports", "plugins", "keys");

  private final Path folder;

  Backup(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Makes it, of a marketplace that sells or of one that is stopped. */
  void make(Settings settings) throws IOException, SQLException {
    if (Files.exists(folder)) {
      throw new Refusal("%s is there already: name a folder that is not.", folder);
    }
    Path home = settings.home();
    if (!Files.exists(home.resolve("keys"))) {
      throw new Refusal("There is no marketplace in %s; name another one by HALLES_HOME.", home);
    }
    Folders.makePrivate(folder);
    if (settings.externalDatabase().isEmpty()) {
      copyDatabase(settings);
    }
    for (String part : FILES) {
      if (Files.exists(home.resolve(part))) {
        Folders.makePrivate(folder.resolve(part));
        Folders.copy(home.resolve(part), folder.resolve(part));
      }
    }
    seal();
  }

  private void copyDatabase(Settings settings) throws IOException, SQLException {
    Path home = settings.home();
    DatabaseCopy copy = new DatabaseCopy(home.resolve(DATABASE), folder.resolve(DATABASE));
    Running running = Running.in(home);
    if (running.take()) {
      try {
        new LeftoverPostgres(home.resolve(DATABASE)).clear();
        copy.atRest();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new Refusal("It was stopped in the middle: throw %s away.", folder);
      } finally {
        running.release();
      }
    } else {
      try (Connection connection =
          DriverManager.getConnection(
              EmbeddedDatabase.url(settings.databasePort(), "postgres"),
              "postgres",
              Secrets.keptIn(home).secret("database"))) {
        copy.whileItWorks(connection);
      }
    }
  }

  private void seal() throws IOException {
    Properties properties = new Properties();
    properties.setProperty("made", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    properties.setProperty("database", "" + Files.exists(folder.resolve(DATABASE)));
    try (var writer = Files.newBufferedWriter(folder.resolve(SEAL))) {
      properties.store(writer, "Halles");
    }
  }

  /** Lays it into a home that has no state of its own. */
  void restoreTo(Path home) throws IOException {
    requireWhole();
    for (String part : List.of(DATABASE, "media", "private", "keys")) {
      if (Files.exists(home.resolve(part))) {
        throw new Refusal(
            "There is a marketplace in %s already (%s): move it away, or name an empty folder by"
                + " HALLES_HOME.",
            home, part);
      }
    }
    if (Files.exists(folder.resolve(DATABASE))) {
      try {
        Path half = home.resolve(DATABASE + ".restoring");
        Folders.delete(half);
        new DatabaseCopy(folder.resolve(DATABASE), half).atRest();
        Files.move(half, home.resolve(DATABASE));
      } catch (IOException failed) {
        throw new Refusal("The database could not be restored: %s", failed);
      }
    }
    for (String part : FILES) {
      if (Files.exists(folder.resolve(part))) {
        Folders.makePrivate(home.resolve(part));
        Folders.copy(folder.resolve(part), home.resolve(part));
      }
    }
  }

  /** True if the database is in it, not only the files. */
  boolean hasDatabase() {
    return Files.exists(folder.resolve(DATABASE));
  }

  private void requireWhole() {
    if (!Files.exists(folder.resolve(SEAL))) {
      throw new Refusal(
          "%s is no whole backup: %s is missing in it, which is written last.", folder, SEAL);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
