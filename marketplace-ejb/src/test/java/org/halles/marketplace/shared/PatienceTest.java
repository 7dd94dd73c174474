package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.halles.marketplace.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/** Who was given time gives it back, whatever became of the work. */
class PatienceTest {

  @Test
  void aConnectionIsAsImpatientAsBeforeAfterLoneWorkThatFailed() throws SQLException {
    try (Connection connection = TestPostgres.dataSource().getConnection()) {
      String usual = timeout(connection);

      assertThatThrownBy(() -> Patience.on(connection, () -> run(connection, "select 1 / 0")))
          .isInstanceOf(SQLException.class);

      assertThat(timeout(connection)).isEqualTo(usual);
    }
  }

  @Test
  void workThatTakesLongHasTheTimeAndTheNextHasNot() throws SQLException {
    try (Connection connection = TestPostgres.dataSource().getConnection()) {
      String usual = timeout(connection);

      String meanwhile = Patience.on(connection, () -> timeout(connection));

      assertThat(meanwhile).isEqualTo("30min");
      assertThat(timeout(connection)).isEqualTo(usual);
    }
  }

  private static String timeout(Connection connection) throws SQLException {
    return run(connection, "show statement_timeout");
  }

  private static String run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
