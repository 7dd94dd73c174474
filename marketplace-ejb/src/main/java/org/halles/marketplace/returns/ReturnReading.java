package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.PrivateFiles;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/** Reads goods that go back; part of the caller's transaction. */
@ApplicationScoped
class ReturnReading {

  private static final String VIEW =
      """
      select b.*, g.number as order_group, o.number as vendor_order, v.name as vendor, v.slug,
             n.name as reason_name,
             (select sum(r.amount_minor)::bigint
                from goods_return_refund f join refund r on r.id = f.refund_id
               where f.return_id = b.id and r.status <> 'FAILED') as refunded_minor,
             (select jsonb_agg(jsonb_build_object('line', l.id, 'title', l.title, 'sku', l.sku,
                       'quantity', r.quantity, 'refunded', r.refunded, 'restocked', r.restocked)
                       order by l.position)
                from goods_return_line r join order_line l on l.id = r.order_line_id
               where r.return_id = b.id) as lines,
             (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType',
                       f.content_type, 'bytes', f.bytes) order by f.id)
                from goods_return_file f where f.return_id = b.id) as files
        from goods_return b
        join order_group g on g.id = b.order_group_id
        join vendor_order o on o.id = b.vendor_order_id
        join vendor v on v.id = b.vendor_id
        left join return_reason n on n.code = b.reason
      """;

  private static final String NEWEST = " order by b.requested_at desc, b.id desc limit ?";

  private Database database;
  private PrivateFiles files;

  protected ReturnReading() {}

  @Inject
  ReturnReading(Database database, PrivateFiles files) {
    this.database = database;
    this.files = files;
  }

  /**
   * @param vendor whose it must be, or null
   */
  public ReturnView get(UUID id, UUID vendor) {
    return database
        .find(
            VIEW + " where b.id = ? and (?::uuid is null or b.vendor_id = ?)",
            ReturnReading::view,
            id,
            vendor,
            vendor)
        .orElseThrow(() -> new NotFound("return", id));
  }

  /** Those of a purchase, oldest first. */
  public List<ReturnView> ofGroup(UUID orderGroup) {
    return database.list(
        VIEW + " where b.order_group_id = ? order by b.requested_at, b.id",
        ReturnReading::view,
        orderGroup);
  }

  /** A vendor's, newest first. */
  public Page<ReturnView> ofVendor(UUID vendor, Paging paging) {
    return page(
        database.list(
            VIEW + " where b.vendor_id = ? and (b.requested_at, b.id) < (?, ?)" + NEWEST,
            ReturnReading::view,
            vendor,
            before(paging),
            beforeId(paging),
            paging.limit() + 1),
        paging);
  }

  /** All, or only those the operator is asked about. */
  public Page<ReturnView> all(boolean escalated, ReturnSort sort, Paging paging) {
    Ordering<ReturnView> ordering = sort.ordering();
    List<Object> parameters = new ArrayList<>();
    String only = escalated ? "b.escalated_at is not null and b.ended_at is null" : "true";
    String sql = VIEW + " where " + only + ordering.after(paging, parameters) + ordering.orderBy();
    parameters.add(paging.limit() + 1);
    return ordering.page(database.list(sql, ReturnReading::view, parameters.toArray()), paging);
  }

  /** How many wait for this vendor: to be answered, or on their way to it. */
  public int waiting(UUID vendor) {
    return count(
        """
        select count(*)::int as n from goods_return
         where vendor_id = ? and status in ('REQUESTED', 'SENT') and ended_at is null
        """,
        vendor);
  }

  /** How many wait for an operator. */
  public int escalated() {
    return count(
        """
        select count(*)::int as n from goods_return
         where escalated_at is not null and ended_at is null
        """);
  }

  private int count(String sql, Object... parameters) {
    return database.find(sql, row -> row.integer("n"), parameters).orElse(0);
  }

  /** A file of a return the caller may read; its label is one of them. */
  public OpenedFile file(ReturnView of, UUID file) {
    if (of.label() != null && of.label().id().equals(file)) {
      return opened(of.label(), "select label_file as file from goods_return where id = ?", file);
    }
    ReturnView.File known =
        of.files().stream()
            .filter(one -> one.id().equals(file))
            .findFirst()
            .orElseThrow(() -> new NotFound("file", file));
    return opened(known, "select file from goods_return_file where id = ?", file);
  }

  private OpenedFile opened(ReturnView.File file, String sql, UUID id) {
    String kept = database.find(sql, row -> row.text("file"), id).orElseThrow();
    return new OpenedFile(file.name(), file.contentType(), files.get(kept));
  }

  private static Instant before(Paging paging) {
    return paging
        .keys(2)
        .map(keys -> keys.instant(0))
        .orElse(Instant.parse("9999-01-01T00:00:00Z"));
  }

  private static UUID beforeId(Paging paging) {
    return paging.keys(2).map(keys -> keys.uuid(1)).orElse(new UUID(-1, -1));
  }

  private static Page<ReturnView> page(List<ReturnView> rows, Paging paging) {
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.requestedAt(), last.id()));
  }

  private static ReturnView view(Row row) throws SQLException {
    ReturnView.Line[] lines = row.json("lines", ReturnView.Line[].class);
    ReturnView.File[] shown = row.json("files", ReturnView.File[].class);
    return new ReturnView(
        row.uuid("id"),
        row.text("number"),
        row.one("kind", ReturnKind.class),
        row.one("status", ReturnStatus.class),
        row.text("order_group"),
        row.text("vendor_order"),
        row.text("vendor"),
        row.text("slug"),
        row.text("reason"),
        row.json("reason_name", Texts.class),
        row.one("cost_borne_by", Bearer.class),
        row.money("delivery_minor"),
        row.text("declared_by"),
        row.text("words"),
        row.text("answer"),
        row.text("address"),
        label(row),
        row.text("carrier"),
        row.text("tracking_code"),
        lines == null ? List.of() : List.of(lines),
        Optional.ofNullable(shown).map(List::of).orElse(List.of()),
        row.instant("requested_at"),
        row.instant("answer_by"),
        row.instant("send_by"),
        row.instant("sent_at"),
        row.instant("check_by"),
        row.instant("refund_by"),
        row.instant("checked_at"),
        row.instant("escalated_at"),
        row.instant("ended_at"),
        refunded(row),
        row.flag("to_credit"));
  }

  private static Money refunded(Row row) throws SQLException {
    return row.wholeOrNull("refunded_minor") == null ? null : row.money("refunded_minor");
  }

  /** A label is known by the id of what it is for: there is one at most. */
  private static ReturnView.File label(Row row) throws SQLException {
    return row.text("label_file") == null
        ? null
        : new ReturnView.File(
            row.uuid("id"),
            row.text("label_name"),
            row.text("label_type"),
            row.integer("label_bytes"));
  }
}
