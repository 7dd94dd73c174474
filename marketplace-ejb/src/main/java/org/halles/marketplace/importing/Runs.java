package org.halles.marketplace.importing;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** The imports, each a row. */
@ApplicationScoped
class Runs {

  private static final String VIEW =
      """
      select id, format, file_name, bytes, charset, header, settings, dry_run, status, phase,
             rows_read, articles, created, updated, unchanged, failed, created_at, started_at,
             finished_at, pictures, pictures_fetched, cleaned_at
        from import_run
      """;

  private Database database;
  private Clock clock;

  protected Runs() {}

  @Inject
  Runs(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void add(UUID id, UUID vendorId, Upload upload) {
    database.update(
        """
        insert into import_run (id, vendor_id, account_id, actor, roles, key, format, file_name,
          sha256, bytes, charset, separator, header, settings, dry_run, status, phase, touched_at,
          created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, 'QUEUED', 'READING', ?, ?)
        """,
        id,
        vendorId,
        upload.caller().accountId(),
        upload.caller().label(),
        upload.caller().roles().stream().map(Enum::name).toArray(String[]::new),
        upload.key(),
        upload.format(),
        upload.fileName(),
        upload.kept().sha256(),
        upload.kept().bytes(),
        upload.charset().name(),
        String.valueOf(upload.separator()),
        upload.header().toArray(String[]::new),
        Json.write(upload.settings()),
        upload.dryRun(),
        clock.instant(),
        clock.instant());
  }

  /** The import that was begun with this idempotency key. */
  Optional<Map.Entry<UUID, String>> byKey(UUID vendorId, String key) {
    return key == null
        ? Optional.empty()
        : database.find(
            "select id, sha256 from import_run where vendor_id = ? and key = ?",
            row -> Map.entry(row.uuid("id"), row.text("sha256")),
            vendorId,
            key);
  }

  /** A vendor's own import; another's is not there. */
  ImportView get(UUID vendorId, UUID id) {
    return database
        .find(VIEW + " where id = ? and vendor_id = ?", Runs::view, id, vendorId)
        .orElseThrow(() -> new NotFound("import", id));
  }

  Page<ImportView> list(UUID vendorId, Paging paging) {
    UUID after = paging.keys(1).map(keys -> keys.uuid(0)).orElse(null);
    List<ImportView> rows =
        database.list(
            VIEW
                + " where vendor_id = ? and (?::uuid is null or id < ?::uuid)"
                + " order by id desc limit ?",
            Runs::view,
            vendorId,
            after,
            after,
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.id()));
  }

  /** Changes where an import stands, if it stands where expected; true if it did. */
  boolean move(UUID id, ImportStatus to, ImportStatus... from) {
    return database.update(
            """
            update import_run set status = ?, touched_at = ?,
              finished_at = case when ? in ('STOPPED', 'COMPLETED', 'FAILED') then ?::timestamptz end
            where id = ? and status = any(?)
            """,
            to,
            clock.instant(),
            to,
            clock.instant(),
            id,
            Arrays.stream(from).map(Enum::name).toArray(String[]::new))
        == 1;
  }

  void phase(UUID id, ImportPhase phase) {
    database.update(
        "update import_run set phase = ?, touched_at = ? where id = ?", phase, clock.instant(), id);
  }

  void settle(UUID id, ImportSettings settings) {
    database.update(
        "update import_run set settings = ?::jsonb where id = ?", Json.write(settings), id);
  }

  /** Queues it to be read anew, or only to be compared or written anew. */
  void again(UUID id, boolean dryRun, boolean fromTheFile) {
    database.update(
        "delete from import_problem where import_id = ? and (? or item_no > 0)", id, fromTheFile);
    if (fromTheFile) {
      database.update("delete from import_row where import_id = ?", id);
      database.update("delete from import_item where import_id = ?", id);
    } else {
      database.update(
          "update import_item set outcome = null, changes = '[]' where import_id = ?", id);
    }
    database.update(
        """
        update import_run set status = 'QUEUED', dry_run = ?, phase = 'READING', created = 0,
          updated = 0, unchanged = 0, failed = 0, attempts = 0, finished_at = null,
          execution_id = null, pictures = 0, pictures_fetched = 0, touched_at = ?,
          rows_read = case when ? then 0 else rows_read end,
          rows_done = rows_done and not ?, grouped = grouped and not ?,
          articles = case when ? then 0 else articles end
        where id = ?
        """,
        dryRun,
        clock.instant(),
        fromTheFile,
        fromTheFile,
        fromTheFile,
        fromTheFile,
        id);
  }

  Optional<ImportSettings> remembered(UUID vendorId, String format) {
    return database.find(
        "select settings from import_mapping where vendor_id = ? and format = ?",
        row -> row.json("settings", ImportSettings.class),
        vendorId,
        format);
  }

  void remember(UUID vendorId, String format, ImportSettings settings) {
    database.update(
        """
        insert into import_mapping (vendor_id, format, settings) values (?, ?, ?::jsonb)
        on conflict (vendor_id, format) do update set settings = excluded.settings
        """,
        vendorId,
        format,
        Json.write(settings));
  }

  private static ImportView view(Row row) throws SQLException {
    return new ImportView(
        row.uuid("id"),
        row.text("format"),
        row.text("file_name"),
        row.whole("bytes"),
        row.text("charset"),
        row.texts("header"),
        row.json("settings", new TypeReference<ImportSettings>() {}),
        row.flag("dry_run"),
        row.one("status", ImportStatus.class),
        row.one("phase", ImportPhase.class),
        Math.max(0, row.integer("rows_read") - 1), // the header is a row too
        row.integer("articles"),
        row.integer("created"),
        row.integer("updated"),
        row.integer("unchanged"),
        row.integer("failed"),
        row.instant("created_at"),
        row.instant("started_at"),
        row.instant("finished_at"),
        row.integer("pictures"),
        row.integer("pictures_fetched"),
        row.instant("cleaned_at") != null);
  }
}
