package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/**
 * Throws away files and staged rows that nobody will work on again. What became of the articles,
 * and what was wrong, stays to be looked at.
 */
@ApplicationScoped
class ImportCleaning {

  private static final int USUAL_DAYS = 30;
  private static final int BATCH = 5_000;

  private Database database;
  private UploadFolder folder;
  private Clock clock;
  private Duration kept;

  protected ImportCleaning() {}

  @Inject
  ImportCleaning(Database database, UploadFolder folder, Clock clock) {
    this(database, folder, clock, keptBySetting());
  }

  ImportCleaning(Database database, UploadFolder folder, Clock clock, Duration kept) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
    this.kept = kept;
  }

  private static Duration keptBySetting() {
    return Duration.ofDays(
        Optional.ofNullable(System.getenv("HALLES_IMPORTS_KEPT_DAYS"))
            .filter(days -> days.matches("[0-9]{1,5}"))
            .map(Long::valueOf)
            .orElse((long) USUAL_DAYS));
  }

  /** Throws a batch away; true if there may be more. */
  @Transactional
  public boolean clean() {
    Optional<UUID> old =
        database.find(
            """
            select id from import_run
             where cleaned_at is null and status in ('STOPPED', 'COMPLETED', 'FAILED')
               and touched_at < ? order by touched_at limit 1 for update skip locked
            """,
            row -> row.uuid("id"),
            clock.instant().minus(kept));
    old.ifPresent(this::clean);
    return old.isPresent();
  }

  private void clean(UUID id) {
    int rows =
        database.update(
            """
            delete from import_row where import_id = ? and row_no in (
              select row_no from import_row where import_id = ? order by row_no limit ?)
            """,
            id,
            id,
            BATCH);
    if (rows < BATCH) {
      forget(id);
      database.update("delete from import_fetch where import_id = ?", id);
      database.update("update import_run set cleaned_at = ? where id = ?", clock.instant(), id);
    }
  }

  private void forget(UUID id) {
    try {
      folder.forget(id);
    } catch (IOException diskTrouble) {
      throw new UncheckedIOException(diskTrouble);
    }
  }
}
