package org.halles.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path home;
  private int port;
  private EmbeddedDatabase database;

  @BeforeEach
  void start() throws IOException, InterruptedException, SQLException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    database = EmbeddedDatabase.of(home, port);
    database.start();
    execute("create table kept as select 1 as n");
  }

  @AfterEach
  void stop() throws InterruptedException {
    database.stop();
  }

  @Test
  void commitsAreOnDiskBeforeTheyAreAcknowledged() throws SQLException {
    assertThat(answer("show fsync")).isEqualTo("on");
    assertThat(answer("show synchronous_commit")).isEqualTo("on");
    assertThat(answer("show full_page_writes")).isEqualTo("on");
  }

  @Test
  void afterAKillItStartsAgainWithWhatWasCommitted() throws Exception {
    database.process().destroyForcibly().waitFor();
    database.start();
    assertThat(answer("select n from kept")).isEqualTo("1");
  }

  @Test
  void aServerWhoseLauncherWasKilledIsReplaced() throws Exception {
    Process orphan = database.process();
    database = EmbeddedDatabase.of(home, port);
    database.start();
    assertThat(orphan.isAlive()).isFalse();
    assertThat(answer("select n from kept")).isEqualTo("1");
  }

  @Test
  void aLockFileThatNamesAStrangerIsNoObstacle() throws Exception {
    Path lock = home.resolve("database/postmaster.pid");
    String content = Files.readString(lock);
    database.process().destroyForcibly().waitFor();
    long stranger = ProcessHandle.current().pid();
    Files.writeString(lock, content.replaceFirst("\\d+", String.valueOf(stranger)));
    database.start();
    assertThat(answer("select n from kept")).isEqualTo("1");
  }

  @Test
  void eachGatewayHasACornerOfItsOwn() throws Exception {
    MarketplaceDatabases databases = new MarketplaceDatabases(database, home);
    databases.prepare("halles");
    databases.prepare("halles");
    assertThat(databases.environment("halles"))
        .containsKeys(
            "HALLES_DB_URL",
            "HALLES_DB_PASSWORD",
            "HALLES_SANDBOX_DB_PASSWORD",
            "HALLES_STRIPE_DB_PASSWORD");
    for (String corner : List.of("sandbox_gateway", "stripe_gateway")) {
      assertThat(
              answer(
                  "select has_schema_privilege('" + corner + "', 'public', 'usage')",
                  database.connect("halles")))
          .isEqualTo("f");
      assertThat(
              answer(
                  "select has_schema_privilege('" + corner + "', '" + corner + "', 'create')",
                  database.connect("halles")))
          .isEqualTo("t");
    }
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.connect("postgres");
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private String answer(String query) throws SQLException {
    return answer(query, database.connect("postgres"));
  }

  private static String answer(String query, Connection to) throws SQLException {
    try (Connection connection = to;
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
