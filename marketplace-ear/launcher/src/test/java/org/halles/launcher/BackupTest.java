package org.halles.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything a marketplace knows in one folder, and back, also while it sells. */
class BackupTest {

  @TempDir private Path folder;
  private Settings settings;
  private Path kept;

  @BeforeEach
  void aHome() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      int offset = free.getLocalPort() - 15432;
      settings =
          Settings.from(
              Map.of(
                  "HALLES_HOME",
                  folder.resolve("home").toString(),
                  "HALLES_PORT_OFFSET",
                  "" + Math.max(offset, 0)),
              folder);
    }
    kept = folder.resolve("kept");
    Path media = Files.createDirectories(settings.home().resolve("media/ab"));
    Files.writeString(media.resolve("abcd"), "a picture");
  }

  @Test
  void whatWasCommittedBeforeIsInABackupOfADatabaseThatGoesOnWriting() throws Exception {
    EmbeddedDatabase database = started(settings.home());
    AtomicLong written = new AtomicLong();
    AtomicBoolean enough = new AtomicBoolean();
    execute(database, "create table sold (n bigint primary key)");
    Thread buyers = new Thread(() -> write(database, written, enough));
    buyers.start();
    while (written.get() < 100) {
      Thread.onSpinWait();
    }

    long before = written.get();
    Path beside = Files.createDirectories(folder.resolve("beside"));
    try (Connection superuser = database.connect("postgres")) {
      new DatabaseCopy(settings.home().resolve("database"), beside.resolve("database"))
          .whileItWorks(superuser);
    }
    Folders.copy(settings.home().resolve("keys"), beside.resolve("keys"));
    enough.set(true);
    buyers.join();
    String counter = answer(database, "select pg_current_xact_id()");
    database.stop();

    EmbeddedDatabase copy = started(beside);
    long found = Long.parseLong(answer(copy, "select count(*) from sold"));
    assertThat(found).isBetween(before, written.get());
    assertThat(answer(copy, "select max(n) from sold")).isEqualTo("" + found);
    assertThat(Long.parseLong(answer(copy, "select pg_current_xact_id()")))
        .isBetween(found, Long.parseLong(counter) + 10);
    copy.stop();
  }

  @Test
  void oneThatIsStoppedIsCopiedAsItLies() throws Exception {
    EmbeddedDatabase database = started(settings.home());
    execute(database, "create table sold as select 7 as n");
    database.stop();

    new Backup(kept).make(settings);
    new Backup(kept).restoreTo(folder.resolve("beside"));

    EmbeddedDatabase copy = started(folder.resolve("beside"));
    assertThat(answer(copy, "select n from sold")).isEqualTo("7");
    copy.stop();
    assertThat(folder.resolve("beside/media/ab/abcd")).hasContent("a picture");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .as("the keys are in it")
        .isEqualTo("rwx------");
  }

  @Test
  void nothingIsOverwrittenAndNothingHalfIsTakenForWhole() throws Exception {
    Files.createDirectories(settings.home().resolve("keys"));
    Path half = Files.createDirectories(folder.resolve("half/database"));

    assertThatThrownBy(() -> new Backup(half.getParent()).make(settings))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is there already");
    assertThatThrownBy(() -> new Backup(half.getParent()).restoreTo(folder.resolve("beside")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is no whole backup");
    Files.writeString(half.resolveSibling("halles-backup.properties"), "made=now");
    assertThatThrownBy(() -> new Backup(half.getParent()).restoreTo(settings.home()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("There is a marketplace in");
  }

  private EmbeddedDatabase started(Path home) throws IOException, InterruptedException {
    EmbeddedDatabase database = EmbeddedDatabase.of(home, settings.databasePort());
    database.start();
    return database;
  }

  private static void write(EmbeddedDatabase database, AtomicLong written, AtomicBoolean enough) {
    try (Connection connection = database.connect("postgres");
        Statement statement = connection.createStatement()) {
      while (!enough.get()) {
        statement.execute("insert into sold values (" + (written.get() + 1) + ")");
        written.incrementAndGet();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String answer(EmbeddedDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
