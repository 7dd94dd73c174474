package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.halles.launcher.books.BooksCheck;
import org.halles.launcher.client.Api;
import org.halles.launcher.client.Operator;

/** {@code halles backup}, {@code restore} and {@code drill}. */
final class BackupCommand {

  private final Settings settings;

  BackupCommand(Settings settings) {
    this.settings = settings;
  }

  int make(Path folder) throws IOException, SQLException {
    Instant begin = Instant.now();
    new Backup(folder).make(settings);
    System.out.printf(
        "%s holds everything%s (%d s). The keys are in it: keep it where you keep secrets. Try it:"
            + " ./halles drill %s%n",
        folder,
        settings.externalDatabase().isEmpty() ? "" : " but your own PostgreSQL",
        Duration.between(begin, Instant.now()).toSeconds(),
        folder);
    return 0;
  }

  int restore(Path folder) throws IOException {
    new Backup(folder).restoreTo(settings.home());
    System.out.printf(
        "%s is restored to %s. ./halles run starts it; then ./halles books proves it.%n",
        folder, settings.home());
    return 0;
  }

  /** Restores it beside, starts it without any worker, checks all books, and throws it away. */
  int drill(Path folder) throws IOException, InterruptedException, SQLException {
    Backup backup = new Backup(folder);
    if (!backup.hasDatabase()) {
      throw new Refusal(
          "%s has no database in it: restore your own PostgreSQL beside, point HALLES_DB_URL there,"
              + " and say ./halles run and ./halles books.",
          folder);
    }
    Path scratch = Files.createTempDirectory(Files.createDirectories(tmp()), "drill");
    try {
      backup.restoreTo(scratch);
      Settings drill = settings.forDrill(scratch);
      boolean[] good = new boolean[1];
      int code =
          new RunCommand(drill)
              .during(
                  () ->
                      good[0] =
                          BooksCheck.of(Operator.signIn(Api.at(drill.marketplace()))).print(true));
      System.out.println(
          good[0] ? "The backup is good." : "The backup does not prove itself: see above.");
      return code == 0 && good[0] ? 0 : 1;
    } finally {
      Folders.delete(scratch);
    }
  }

  private Path tmp() {
    return settings.home().resolve("tmp");
  }
}
