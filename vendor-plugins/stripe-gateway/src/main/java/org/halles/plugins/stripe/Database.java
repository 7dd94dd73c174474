package org.halles.plugins.stripe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The way to this plugin's own schema, which it makes at first use. Several servers may start at
 * once: an advisory lock lets one of them make it while the others wait.
 */
final class Database {

  private static final long SCHEMA_LOCK = 0x68616c6c65737374L;

  private final Supplier<DataSource> dataSource;
  private volatile boolean prepared;

  Database(Supplier<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  /** Work on one connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Runs statements that each commit by themselves. */
  <T> T run(Work<T> work) {
    if (!prepared) {
      connected(Database::prepare);
      prepared = true;
    }
    return connected(work);
  }

  private <T> T connected(Work<T> work) {
    try (Connection connection = dataSource.get().getConnection()) {
      return work.with(connection);
    } catch (SQLException unavailable) {
      throw new IllegalStateException(
          "the Stripe gateway cannot reach its schema: " + unavailable.getMessage(), unavailable);
    }
  }

  private static boolean prepare(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
      if (!exists(statement)) {
        statement.execute("CREATE SCHEMA stripe_gateway");
      }
      statement.execute(tables());
      connection.commit();
      return true;
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
        statement.executeQuery("SELECT to_regnamespace('stripe_gateway') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static String tables() {
    try (InputStream in = Database.class.getResourceAsStream("schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("schema.sql of the Stripe gateway", unreadable);
    }
  }
}
