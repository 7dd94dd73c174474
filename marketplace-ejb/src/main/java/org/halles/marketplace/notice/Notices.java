package org.halles.marketplace.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;

/** All notices. */
@ApplicationScoped
class Notices {

  private static final String COLUMNS =
      """
      select n.*, l.title, v.slug, v.name as vendor_name, r.title as request_title from notice n
        left join vendor v on v.id = n.vendor_id left join listing l on l.id = n.listing_id
        left join buyer_request r on r.id = n.request_id
      """;

  private Database database;
  private Statements statements;
  private Clock clock;

  protected Notices() {}

  @Inject
  Notices(Database database, Statements statements, Clock clock) {
    this.database = database;
    this.statements = statements;
    this.clock = clock;
  }

  /** Open ones, or all. */
  Page<NoticeView> page(boolean open, NoticeSort sort, Paging paging) {
    Ordering<NoticeView> ordering = sort.ordering();
    List<Object> parameters = new ArrayList<>();
    String sql =
        COLUMNS
            + (open ? "where n.status = 'OPEN'" : "where true")
            + ordering.after(paging, parameters)
            + ordering.orderBy();
    parameters.add(paging.limit() + 1);
    return ordering.page(database.list(sql, this::read, parameters.toArray()), paging);
  }

  /** One with its decision. */
  NoticeView get(UUID id) {
    NoticeView bare =
        database
            .find(COLUMNS + "where n.id = ?", this::read, id)
            .orElseThrow(() -> new NotFound("notice", id));
    return with(bare, statements.ofNotice(id).orElse(null));
  }

  /** The same for its notifier. */
  NoticeView get(String number, String accessKey) {
    NoticeView bare =
        database
            .find(
                COLUMNS + "where n.number = ? and n.access_key = ?", this::read, number, accessKey)
            .orElseThrow(() -> new NotFound("notice", number));
    return with(bare, statements.forNotifier(bare.id()).map(StatementOfReasons::told).orElse(null));
  }

  /** Decided by one transaction only; false if it was decided already. */
  boolean close(UUID id) {
    return database.update(
            "update notice set status = 'DECIDED' where id = ? and status = 'OPEN'", id)
        == 1;
  }

  private static NoticeView with(NoticeView bare, StatementOfReasons decision) {
    return new NoticeView(
        bare.id(),
        bare.number(),
        bare.listingId(),
        bare.reviewId(),
        bare.requestId(),
        bare.title(),
        bare.vendor(),
        bare.location(),
        bare.category(),
        bare.explanation(),
        bare.name(),
        bare.email(),
        bare.open(),
        bare.createdAt(),
        bare.dueAt(),
        bare.late(),
        decision);
  }

  private NoticeView read(Row row) throws SQLException {
    boolean open = row.text("status").equals("OPEN");
    Instant due = row.instant("due_at");
    return new NoticeView(
        row.uuid("id"),
        row.text("number"),
        row.uuid("listing_id"),
        row.uuid("review_id"),
        row.uuid("request_id"),
        title(row),
        vendor(row),
        row.text("location"),
        row.one("category", NoticeCategory.class),
        row.text("explanation"),
        row.text("name"),
        row.text("email"),
        open,
        row.instant("created_at"),
        due,
        open && due.isBefore(clock.instant()),
        null);
  }

  private static Texts title(Row row) throws SQLException {
    String request = row.text("request_title");
    return request == null ? row.json("title", Texts.class) : Texts.of(request);
  }

  private static VendorCard vendor(Row row) throws SQLException {
    UUID id = row.uuid("vendor_id");
    return id == null ? null : new VendorCard(id, row.text("slug"), row.text("vendor_name"));
  }
}
