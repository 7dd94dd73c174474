package org.halles.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL's data folder, copied so that a server starts with it: while the database works by its
 * own protocol for that (a label that says from where its log is to be read again), else as it is.
 */
final class DatabaseCopy {

  private static final String LOG = "pg_wal";

  /** Made anew at each start; what lies there says nothing to another server. */
  private static final Set<String> NOT_OF_USE =
      Set.of(
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> OF_A_PROCESS = Set.of("postmaster.pid", "postmaster.opts");

  private final Path data;
  private final Path copy;

  /**
   * @param data the database's folder
   * @param copy where to; must not be there yet
   */
  DatabaseCopy(Path data, Path copy) {
    this.data = data;
    this.copy = copy;
  }

  /** Of a database that works, which goes on working. */
  void whileItWorks(Connection superuser) throws SQLException, IOException {
    try (Statement statement = superuser.createStatement()) {
      // what was written since stays until this connection ends
      statement.execute("select pg_create_physical_replication_slot('halles_backup', true, true)");
      statement.execute("select pg_backup_start('halles', true)");
      copyTree(true);
      try (ResultSet label =
          statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        label.next();
        Files.writeString(copy.resolve("backup_label"), label.getString(1));
      }
      statement.execute("select pg_switch_wal()");
      new DatabaseCopy(data.resolve(LOG), copy.resolve(LOG)).copyTree(false);
    }
  }

  /** Of a database that does not run. */
  void atRest() throws IOException {
    copyTree(false);
  }

  private void copyTree(boolean working) throws IOException {
    Folders.makePrivate(copy);
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path name = data.relativize(folder);
            Files.createDirectories(copy.resolve(name.toString()));
            return working && isLeftOut(name)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!OF_A_PROCESS.contains(data.relativize(file).toString())) {
              copyFile(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            return gone(failed);
          }
        });
    for (String folder : List.of("archive_status", "summaries")) {
      if (data.endsWith(LOG)) {
        Files.createDirectories(copy.resolve(folder));
      }
    }
  }

  private static boolean isLeftOut(Path name) {
    return name.toString().equals(LOG) || NOT_OF_USE.contains(name.toString());
  }

  private void copyFile(Path file) throws IOException {
    try {
      Files.copy(
          file,
          copy.resolve(data.relativize(file).toString()),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException vanished) {
      gone(vanished);
    }
  }

  /** A working database throws tables and logs away; its log knows. */
  private static FileVisitResult gone(IOException failed) throws IOException {
    if (failed instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw failed;
  }
}
