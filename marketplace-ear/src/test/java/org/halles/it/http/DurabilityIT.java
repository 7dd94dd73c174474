package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.halles.it.Marketplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded PostgreSQL keeps what it has acknowledged, and keeps the gateway out. */
class DurabilityIT {
  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void everyAcknowledgedCommitIsOnDisk(String setting) throws SQLException {
    assertThat(answer("show " + setting)).isEqualTo("on");
  }

  @Test
  void theSandboxGatewayCanReadNoTableOfTheMarketplace() throws SQLException {
    String readable =
        "select count(*) from information_schema.tables t where t.table_schema = 'public'"
            + " and has_table_privilege('sandbox_gateway', 'public.' || t.table_name, 'select')"
            + " and t.table_type = 'BASE TABLE'";
    assertThat(answer("select count(*) > 20 from pg_tables where schemaname = 'public'"))
        .isEqualTo("t");
    assertThat(answer(readable)).isEqualTo("0");
  }

  private static String answer(String query) throws SQLException {
    try (Connection connection = Marketplace.running().database().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
