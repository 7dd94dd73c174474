package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.halles.spi.Money;

/** Reads disputes; part of the caller's transaction. */
@ApplicationScoped
class DisputeReading {

  /** The parts and amounts of one vendor, or of all for null: given four times. */
  private static final String COLUMNS =
      """
      select d.*, g.number as order_group,
             (select jsonb_agg(jsonb_build_object('number', o.number, 'vendor', v.name,
                                                  'slug', v.slug) order by o.position)
                from dispute_part p
                join vendor_order o on o.id = p.vendor_order_id
                join vendor v on v.id = p.vendor_id
               where p.dispute_id = d.id and (?::uuid is null or p.vendor_id = ?)) as parts,
             (select sum(r.amount_minor)::bigint from refund r
               where (r.id = d.refund_id or r.replaces = d.refund_id)
                 and r.status <> 'FAILED') as refunded_minor,
             (select sum(l.amount_minor)
                from refund_leg l
                join allocation_line a on a.id = l.allocation_line_id
                join vendor_order o on o.id = a.vendor_order_id
               where l.refund_id = d.id and a.kind = 'VENDOR_NET' and o.vendor_id = ?)
               as share_minor,
             (select coalesce(sum(l.amount_minor), 0)
                from refund_leg l
                join refund r on r.id = l.refund_id and r.status <> 'FAILED'
                join allocation_line a on a.id = l.allocation_line_id
                join vendor_order o on o.id = a.vendor_order_id
               where l.refund_id = d.refund_id and a.kind = 'VENDOR_NET' and o.vendor_id = ?)
               as share_back_minor
        from dispute d join order_group g on g.id = d.order_group_id
      """;

  private static final String STATEMENTS =
      """
      select s.*, (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name,
                                    'contentType', f.content_type, 'bytes', f.bytes,
                                    'sent', f.sent_at is not null) order by f.id)
                     from dispute_file f where f.statement_id = s.id) as files
        from dispute_statement s where s.dispute_id = ?
         and (?::uuid is null or s.author = 'BUYER' or s.vendor_id = ?
              or s.author = 'OPERATOR' and not ?)
       order by s.at, s.id limit 200
      """;

  private Database database;
  private PrivateFiles files;

  protected DisputeReading() {}

  @Inject
  DisputeReading(Database database, PrivateFiles files) {
    this.database = database;
    this.files = files;
  }

  /**
   * One dispute with everything that was said.
   *
   * @param vendor whose eyes to look through, or null
   */
  public DisputeView get(UUID id, UUID vendor) {
    DisputeView found =
        database
            .find(
                COLUMNS
                    + """
                     where d.id = ? and (?::uuid is null or exists (
                       select 1 from dispute_part p where p.dispute_id = d.id and p.vendor_id = ?))
                    """,
                row -> view(row, vendor),
                vendor,
                vendor,
                vendor,
                vendor,
                id,
                vendor,
                vendor)
            .orElseThrow(() -> new NotFound("dispute", id));
    return found.with(statements(found, vendor));
  }

  private List<DisputeView.Statement> statements(DisputeView of, UUID vendor) {
    return database.list(
        STATEMENTS,
        DisputeReading::statement,
        of.id(),
        vendor,
        vendor,
        of.kind() == DisputeKind.CHARGEBACK);
  }

  /** The disputes of a purchase, oldest first, with everything that was said. */
  public List<DisputeView> ofGroup(UUID orderGroup) {
    return database
        .list(
            COLUMNS + " where d.order_group_id = ? order by d.opened_at, d.id",
            row -> view(row, null),
            null,
            null,
            null,
            null,
            orderGroup)
        .stream()
        .map(one -> one.with(statements(one, null)))
        .toList();
  }

  /** A vendor's, newest first. */
  public Page<DisputeView> ofVendor(UUID vendor, Paging paging) {
    List<DisputeView> rows =
        database.list(
            COLUMNS
                + """
                 where (d.opened_at, d.id) < (?, ?) and exists (
                   select 1 from dispute_part p where p.dispute_id = d.id and p.vendor_id = ?)
                 order by d.opened_at desc, d.id desc limit ?
                """,
            row -> view(row, vendor),
            vendor,
            vendor,
            vendor,
            vendor,
            before(paging),
            beforeId(paging),
            vendor,
            paging.limit() + 1);
    return page(rows, paging);
  }

  /** All of them, or those of a status. */
  public Page<DisputeView> all(DisputeStatus status, DisputeSort sort, Paging paging) {
    Ordering<DisputeView> ordering = sort.ordering();
    List<Object> parameters = new ArrayList<>(Arrays.asList(null, null, null, null));
    String which = " where true";
    if (status != null) {
      which = " where d.status = ?";
      parameters.add(status);
    }
    String sql = COLUMNS + which + ordering.after(paging, parameters) + ordering.orderBy();
    parameters.add(paging.limit() + 1);
    return ordering.page(database.list(sql, row -> view(row, null), parameters.toArray()), paging);
  }

  /** How many wait for an operator: buyers' that were answered or escalated, and chargebacks. */
  public int waiting() {
    return database
        .find(
            """
            select count(*)::int as n from dispute where status in ('OPENED', 'EVIDENCE_SENT')
               and case kind when 'BUYER' then status = 'EVIDENCE_SENT' or escalated_at is not null
                             else status = 'OPENED' end
            """,
            row -> row.integer("n"))
        .orElse(0);
  }

  /** A file of a dispute that the caller may read. */
  public OpenedFile file(DisputeView dispute, UUID file) {
    DisputeView.File known =
        dispute.statements().stream()
            .flatMap(said -> said.files().stream())
            .filter(one -> one.id().equals(file))
            .findFirst()
            .orElseThrow(() -> new NotFound("file", file));
    String kept =
        database
            .find("select file from dispute_file where id = ?", row -> row.text("file"), file)
            .orElseThrow();
    return new OpenedFile(known.name(), known.contentType(), files.get(kept));
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

  private static Page<DisputeView> page(List<DisputeView> rows, Paging paging) {
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.openedAt(), last.id()));
  }

  private static DisputeView view(Row row, UUID vendor) throws SQLException {
    DisputeStatus status = row.one("status", DisputeStatus.class);
    DisputeKind kind = row.one("kind", DisputeKind.class);
    Money whole = row.money("amount_minor");
    boolean onlyShare = vendor != null && kind == DisputeKind.CHARGEBACK;
    Money none = Money.zero(whole.currency());
    String back = onlyShare ? "share_back_minor" : "refunded_minor";
    Money refunded = row.wholeOrNull(back) == null ? none : row.money(back);
    DisputeView.Part[] parts = row.json("parts", DisputeView.Part[].class);
    return new DisputeView(
        row.uuid("id"),
        row.text("number"),
        kind,
        status,
        row.text("order_group"),
        parts == null ? List.of() : List.of(parts),
        row.text("reason"),
        onlyShare ? row.money("share_minor") : whole,
        onlyShare ? none : row.money("fee_minor"),
        row.instant("opened_at"),
        row.instant("answer_by"),
        row.instant("evidence_by"),
        row.instant("escalated_at"),
        row.instant("decided_at"),
        status.isDecided() ? refunded : null,
        row.text("decision"),
        List.of());
  }

  private static DisputeView.Statement statement(Row row) throws SQLException {
    DisputeView.File[] shown = row.json("files", DisputeView.File[].class);
    return new DisputeView.Statement(
        row.text("author"),
        row.text("body"),
        row.instant("at"),
        Optional.ofNullable(shown).map(List::of).orElse(List.of()));
  }
}
