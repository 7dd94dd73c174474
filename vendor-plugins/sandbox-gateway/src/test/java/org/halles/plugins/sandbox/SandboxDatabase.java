package org.halles.plugins.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** One real PostgreSQL for all tests of this module; ends with the JVM. */
final class SandboxDatabase {

  private static final EmbeddedPostgres SERVER = start();

  private SandboxDatabase() {}

  static DataSource dataSource() {
    return SERVER.getPostgresDatabase();
  }

  /** A database nobody has used yet. */
  static DataSource freshDatabase(String name) {
    try (var connection = dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return SERVER.getDatabase("postgres", name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setPGStartupWait(Duration.ofSeconds(60))
          .setServerConfig("max_connections", "60")
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
