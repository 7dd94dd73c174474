package org.halles.marketplace.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Time for work that takes long by its nature, on a connection that is otherwise given up after
 * seconds so that a frozen database is noticed.
 */
final class Patience {

  static final Duration LONGEST = Duration.ofMinutes(30);

  /** The driver only sets a number: there is nothing to run. */
  private static final Executor NOWHERE = task -> {};

  private Patience() {}

  /** Something that talks to the database for long. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Waits for this work, and is as impatient as before afterwards. */
  static <T> T on(Connection connection, Work<T> work) throws SQLException {
    int usual = begin(connection);
    T result;
    try {
      result = work.run();
    } catch (SQLException | RuntimeException failed) {
      giveUp(connection, usual, failed);
      throw failed;
    }
    end(connection, usual);
    return result;
  }

  /** Answers how long it was waited until now, for {@link #end}. */
  static int begin(Connection connection) throws SQLException {
    int usual = connection.getNetworkTimeout();
    connection.setNetworkTimeout(NOWHERE, (int) LONGEST.toMillis());
    say(connection, "set statement_timeout = " + LONGEST.toMillis());
    return usual;
  }

  static void end(Connection connection, int usual) throws SQLException {
    say(connection, "reset statement_timeout");
    connection.setNetworkTimeout(NOWHERE, usual);
  }

  /** A transaction that failed takes its setting back by itself; a lone statement does not. */
  private static void giveUp(Connection connection, int usual, Exception failed) {
    try {
      if (connection.getAutoCommit()) {
        end(connection, usual);
      } else {
        connection.setNetworkTimeout(NOWHERE, usual);
      }
    } catch (SQLException broken) {
      failed.addSuppressed(broken);
    }
  }

  private static void say(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(setting);
    }
  }
}
