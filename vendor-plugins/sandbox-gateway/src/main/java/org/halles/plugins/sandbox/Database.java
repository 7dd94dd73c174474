package org.halles.plugins.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The way to the sandbox's own schema, which it makes at first use. Several servers may start at
 * once: an advisory lock lets one of them make it while the others wait.
 */
final class Database {

  private static final long SCHEMA_LOCK = 0x68616c6c65735f73L;

  private final Supplier<DataSource> dataSource;
  private volatile byte[] webhookSecret;

  Database(Supplier<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  /** Work on one connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Runs statements that each commit by themselves. */
  <T> T run(Work<T> work) {
    secret();
    return connected(work);
  }

  /** Runs statements that commit together if {@code work} answers true, else not at all. */
  boolean together(Work<Boolean> work) {
    return run(
        connection -> {
          connection.setAutoCommit(false);
          boolean keep = false;
          try {
            keep = work.with(connection);
            return keep;
          } finally {
            if (keep) {
              connection.commit();
            } else {
              connection.rollback();
            }
            connection.setAutoCommit(true);
          }
        });
  }

  /** The key that webhooks are signed with; random, made once, kept with the schema. */
  byte[] secret() {
    if (webhookSecret == null) {
      synchronized (this) {
        if (webhookSecret == null) {
          webhookSecret = connected(Database::prepare);
        }
      }
    }
    return webhookSecret.clone();
  }

  private <T> T connected(Work<T> work) {
    try (Connection connection = dataSource.get().getConnection()) {
      return work.with(connection);
    } catch (SQLException unavailable) {
      throw new IllegalStateException(
          "the sandbox gateway cannot reach its books: " + unavailable.getMessage(), unavailable);
    }
  }

  private static byte[] prepare(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
      if (!exists(statement)) {
        statement.execute("CREATE SCHEMA sandbox_gateway");
      }
      statement.execute(tables());
      byte[] secret = secret(connection);
      connection.commit();
      return secret;
    } catch (SQLException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Asked first, because creating needs a right that a schema made by an operator spares us. */
  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT to_regnamespace('sandbox_gateway') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static byte[] secret(Connection connection) throws SQLException {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO sandbox_gateway.webhook_secret (value) VALUES (?) ON CONFLICT DO NOTHING")) {
      insert.setBytes(1, fresh);
      insert.executeUpdate();
    }
    try (PreparedStatement select =
            connection.prepareStatement("SELECT value FROM sandbox_gateway.webhook_secret");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBytes(1);
    }
  }

  private static String tables() {
    try (InputStream in = Database.class.getResourceAsStream("schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("schema.sql of the sandbox gateway", unreadable);
    }
  }
}
