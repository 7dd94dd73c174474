package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Stale;

/** All drafts, each its vendor's own. */
@ApplicationScoped
class DraftStore {

  private static final int LARGEST = 1_000_000;
  private static final int MOST_OF_A_VENDOR = 500;

  private Database database;

  protected DraftStore() {}

  @Inject
  DraftStore(Database database) {
    this.database = database;
  }

  UUID add(UUID vendorId, UUID listingId, Integer base, DraftContent content, Instant now) {
    int many =
        database
            .find(
                "select count(*) as many from listing_draft where vendor_id = ?",
                row -> row.integer("many"),
                vendorId)
            .orElseThrow();
    if (many >= MOST_OF_A_VENDOR) {
      Checklist checklist = new Checklist();
      checklist.reject("draft", "may be at most " + MOST_OF_A_VENDOR + ": finish some first", many);
      checklist.done();
    }
    UUID id = Ids.next();
    database.update(
        """
        insert into listing_draft
          (id, vendor_id, listing_id, base_version, title, content, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        vendorId,
        listingId,
        base,
        title(content),
        json(content),
        now,
        now);
    return id;
  }

  /** Its vendor's own; another's is not there. */
  DraftView get(UUID vendorId, UUID id) {
    return database
        .find(
            "select * from listing_draft where id = ? and vendor_id = ?",
            DraftStore::view,
            id,
            vendorId)
        .orElseThrow(() -> new NotFound("draft", id));
  }

  /** The same, and nobody else changes it until the transaction ends. */
  DraftView locked(UUID vendorId, UUID id) {
    return database
        .find(
            "select * from listing_draft where id = ? and vendor_id = ? for update",
            DraftStore::view,
            id,
            vendorId)
        .orElseThrow(() -> new NotFound("draft", id));
  }

  Optional<DraftView> untouched(UUID vendorId) {
    return database.find(
        """
        select * from listing_draft
         where vendor_id = ? and listing_id is null and version = 0 and content = ?
         order by updated_at desc limit 1
        """,
        DraftStore::view,
        vendorId,
        json(DraftContent.EMPTY));
  }

  Optional<DraftView> ofListing(UUID vendorId, UUID listingId) {
    return database.find(
        "select * from listing_draft where listing_id = ? and vendor_id = ?",
        DraftStore::view,
        listingId,
        vendorId);
  }

  Optional<Integer> base(UUID id) {
    return database.find(
        "select base_version from listing_draft where id = ?",
        row -> row.integerOrNull("base_version"),
        id);
  }

  private static DraftView view(Row row) throws SQLException {
    return new DraftView(
        row.uuid("id"),
        row.uuid("listing_id"),
        row.json("content", DraftContent.class),
        row.instant("updated_at"),
        row.integer("version"));
  }

  /** Keeps what was typed; refused if somebody else typed meanwhile. */
  DraftView save(
      UUID vendorId, UUID id, Integer expectedVersion, DraftContent content, Instant now) {
    DraftView before = get(vendorId, id);
    Stale.check(expectedVersion, before.version());
    int changed =
        database.update(
            """
            update listing_draft set content = ?, title = ?, updated_at = ?, version = version + 1
             where id = ? and version = ?
            """,
            json(content),
            title(content),
            now,
            id,
            before.version());
    if (changed == 0) {
      throw new Stale();
    }
    return get(vendorId, id);
  }

  void remove(UUID vendorId, UUID id) {
    database.update("delete from listing_draft where id = ? and vendor_id = ?", id, vendorId);
  }

  /** Those last typed first. */
  Page<DraftLine> list(UUID vendorId, Paging paging) {
    Optional<Keys> after = paging.keys(2);
    Instant since = after.map(keys -> keys.instant(0)).orElse(null);
    List<DraftLine> lines =
        database.list(
            """
            select id, listing_id, title, updated_at from listing_draft
             where vendor_id = ? and (version > 0 or listing_id is not null or title <> '')
               and (?::timestamptz is null or (updated_at, id) < (?::timestamptz, ?::uuid))
             order by updated_at desc, id desc limit ?
            """,
            row ->
                new DraftLine(
                    row.uuid("id"),
                    row.uuid("listing_id"),
                    row.text("title"),
                    row.instant("updated_at")),
            vendorId,
            since,
            since,
            after.map(keys -> keys.uuid(1)).orElse(null),
            paging.limit() + 1);
    return Page.of(lines, paging.limit(), last -> Paging.cursor(last.updatedAt(), last.id()));
  }

  private static String title(DraftContent content) {
    String title = storable(content.title().in("fr"));
    return title.length() > 200 ? title.substring(0, 200) : title;
  }

  private static String json(DraftContent content) {
    String json = storable(Json.write(content));
    if (json.length() > LARGEST) {
      Checklist checklist = new Checklist();
      checklist.reject("draft", "is too long: shorten the texts", null);
      checklist.done();
    }
    return json;
  }

  /** Without half signs, which no database keeps. */
  private static String storable(String text) {
    return text.replaceAll("\\p{Cs}", "").replace("\0", "");
  }
}
