package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.AttachmentKind;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.PrivateFiles;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Writes goods that go back; part of the caller's transaction. */
@ApplicationScoped
class ReturnRows {

  /** What is known of a return when somebody acts on it. */
  record Stored(
      UUID id,
      String number,
      ReturnKind kind,
      ReturnStatus status,
      UUID orderGroup,
      UUID part,
      UUID vendor,
      Money delivery,
      String address,
      String trackingCode,
      Instant refundBy,
      Instant escalatedAt,
      Instant endedAt,
      boolean toCredit) {}

  /** A return about to be written. */
  record New(
      ReturnKind kind,
      UUID orderGroup,
      UUID part,
      UUID vendor,
      String reason,
      Bearer cost,
      Money delivery,
      String declaredBy,
      String words) {}

  private Database database;
  private PrivateFiles files;

  protected ReturnRows() {}

  @Inject
  ReturnRows(Database database, PrivateFiles files) {
    this.database = database;
    this.files = files;
  }

  public UUID insert(New one, Map<UUID, Integer> units, Instant now) {
    UUID id = Ids.next();
    database.update(
        """
        insert into goods_return (id, number, kind, status, order_group_id, vendor_order_id,
                                  vendor_id, reason, cost_borne_by, delivery_minor, currency,
                                  declared_by, words, requested_at)
        values (?, 'R-' || lpad(nextval('return_number_seq')::text, 5, '0'), ?, 'REQUESTED', ?, ?,
                ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        one.kind(),
        one.orderGroup(),
        one.part(),
        one.vendor(),
        one.reason(),
        one.cost(),
        one.delivery().minor(),
        one.delivery().currency().value(),
        one.declaredBy(),
        one.words(),
        now);
    units.forEach(
        (line, quantity) ->
            database.update(
                "insert into goods_return_line (return_id, order_line_id, quantity) values (?, ?, ?)",
                id,
                line,
                quantity));
    return id;
  }

  /** The buyer chose how the money comes back. */
  public void toCredit(UUID id, boolean chosen) {
    if (chosen) {
      database.update("update goods_return set to_credit = true where id = ?", id);
    }
  }

  public void keep(UUID id, List<Attachment> attachments) {
    for (Attachment one : attachments) {
      byte[] content = one.content();
      database.update(
          """
          insert into goods_return_file (id, return_id, file, name, content_type, bytes)
          values (?, ?, ?, ?, ?, ?)
          """,
          Ids.next(),
          id,
          files.put(content),
          AttachmentKind.tidyName(one.name()),
          AttachmentKind.of(content).orElseThrow().contentType(),
          content.length);
    }
  }

  public void label(UUID id, Attachment label) {
    byte[] content = label.content();
    database.update(
        """
        update goods_return set label_file = ?, label_name = ?, label_type = ?, label_bytes = ?
         where id = ?
        """,
        files.put(content),
        AttachmentKind.tidyName(label.name()),
        AttachmentKind.of(content).orElseThrow().contentType(),
        content.length,
        id);
  }

  public Stored find(UUID id) {
    return database
        .find("select * from goods_return where id = ?", ReturnRows::stored, id)
        .orElseThrow(() -> new NotFound("return", id));
  }

  /** The return, locked; its purchase must be locked before. */
  public Stored lock(UUID id) {
    return database
        .find("select * from goods_return where id = ? for update", ReturnRows::stored, id)
        .orElseThrow(() -> new NotFound("return", id));
  }

  /** What of each line is still to be decided about. */
  public Map<UUID, Integer> open(UUID id) {
    Map<UUID, Integer> open = new LinkedHashMap<>();
    database
        .list(
            """
            select order_line_id, quantity - refunded as left_over from goods_return_line
             where return_id = ? and quantity > refunded order by order_line_id
            """,
            row -> Map.entry(row.uuid("order_line_id"), row.integer("left_over")),
            id)
        .forEach(line -> open.put(line.getKey(), line.getValue()));
    return open;
  }

  /** Sets a few columns of it, by name. */
  public void set(UUID id, ReturnStatus status, Map<String, ?> columns) {
    StringBuilder sets = new StringBuilder("version = version + 1, status = ?");
    List<Object> values = new ArrayList<>(List.of(status));
    columns.forEach(
        (column, value) -> {
          sets.append(", ").append(column).append(" = ?");
          values.add(value);
        });
    values.add(id);
    database.update("update goods_return set " + sets + " where id = ?", values.toArray());
  }

  /** Money went back for it; more may follow. */
  public void refund(UUID id, UUID refund) {
    database.update(
        "insert into goods_return_refund (return_id, refund_id) values (?, ?)", id, refund);
  }

  /**
   * Of what the delivery of a part cost, what goes back once nothing of it is kept: whichever of
   * its returns comes last.
   */
  public Money delivery(Stored last) {
    return database
        .find(
            """
            select delivery_minor, currency from goods_return
             where vendor_order_id = ?
               and (id = ? or status not in ('REFUSED', 'REJECTED', 'CANCELLED', 'LAPSED'))
             order by delivery_minor desc limit 1
            """,
            row -> row.money("delivery_minor"),
            last.part(),
            last.id())
        .orElseThrow();
  }

  public void wentBack(UUID id, Map<UUID, Integer> units, Map<UUID, Integer> again) {
    units.forEach(
        (line, quantity) ->
            database.update(
                """
                update goods_return_line set refunded = refunded + ?, restocked = restocked + ?
                 where return_id = ? and order_line_id = ?
                """,
                quantity,
                again.getOrDefault(line, 0),
                id,
                line));
  }

  /** What a buyer said and signed goes with the account; what went back stays in the books. */
  void on(@Observes AccountErased erased) {
    database.update(
        """
        update goods_return b
           set declared_by = case when b.declared_by is null then null else '—' end, words = null
          from order_group g where g.id = b.order_group_id and g.account_id = ?
        """,
        erased.accountId());
  }

  /** Those whose time is over and whom nobody was told of. */
  public List<UUID> overdue(ReturnStatus status, String deadline, Instant now, int skip, int most) {
    return database.list(
        "select id from goods_return where status = ? and escalated_at is null and ended_at is null and "
            + deadline
            + " <= ? order by "
            + deadline
            + ", id offset ? limit ?",
        row -> row.uuid("id"),
        status,
        now,
        skip,
        most);
  }

  private static Stored stored(Row row) throws SQLException {
    return new Stored(
        row.uuid("id"),
        row.text("number"),
        row.one("kind", ReturnKind.class),
        row.one("status", ReturnStatus.class),
        row.uuid("order_group_id"),
        row.uuid("vendor_order_id"),
        row.uuid("vendor_id"),
        row.money("delivery_minor"),
        row.text("address"),
        row.text("tracking_code"),
        row.instant("refund_by"),
        row.instant("escalated_at"),
        row.instant("ended_at"),
        row.flag("to_credit"));
  }
}
