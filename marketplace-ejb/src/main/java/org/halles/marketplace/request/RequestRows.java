package org.halles.marketplace.request;

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
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Reads and ends requests; part of the caller's transaction. */
@ApplicationScoped
class RequestRows {

  static final String COLUMNS =
      """
      r.id, r.number, r.kind, r.title, r.description, r.category_id, r.quantity, r.budget_minor,
      r.currency, r.wanted_by, r.country, r.city, r.images, r.signature, r.status, r.bids,
      r.opened_at, r.closes_at, r.account_id, r.reason, r.order_number
      """;

  /**
   * A request, and what is not for everybody.
   *
   * @param accountId the buyer's
   */
  record Whole(RequestView request, UUID accountId, String reason, String orderNumber) {}

  private Database database;

  protected RequestRows() {}

  @Inject
  RequestRows(Database database) {
    this.database = database;
  }

  Optional<Whole> find(UUID id) {
    return database.find(
        "select " + COLUMNS + " from buyer_request r where r.id = ?", RequestRows::whole, id);
  }

  /**
   * Until the transaction ends nobody else offers, chooses or closes here.
   *
   * @throws NotFound if there is none
   */
  Whole locked(UUID id) {
    return database
        .find(
            "select " + COLUMNS + " from buyer_request r where r.id = ? for update",
            RequestRows::whole,
            id)
        .orElseThrow(() -> new NotFound("request", id));
  }

  /** The newest first, of those for which a condition holds. */
  <T> Page<T> page(
      String from, String condition, Row.Reader<T> reader, Paging paging, Object... parameters) {
    List<Object> all = new ArrayList<>(List.of(parameters));
    UUID after = paging.keys(1).map(keys -> keys.uuid(0)).orElse(null);
    if (after != null) {
      all.add(after);
    }
    all.add(paging.limit() + 1);
    record Found<F>(UUID id, F item) {}
    List<Found<T>> rows =
        database.list(
            "select "
                + COLUMNS
                + from
                + " where "
                + condition
                + (after == null ? "" : " and r.id < ?")
                + " order by r.id desc limit ?",
            row -> new Found<>(row.uuid("id"), reader.read(row)),
            all.toArray());
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.id())).map(Found::item);
  }

  void status(UUID id, RequestStatus status, Instant now) {
    database.update(
        "update buyer_request set status = ?, ended_at = ? where id = ?",
        status,
        status.isOver() ? now : null,
        id);
  }

  /** Counts the offers that stand anew. */
  void count(UUID id) {
    database.update(
        """
        update buyer_request set bids =
          (select count(*) from bid where request_id = ? and status in ('OPEN', 'ACCEPTED'))
         where id = ?
        """,
        id,
        id);
  }

  static Whole whole(Row row) throws SQLException {
    return new Whole(
        view(row), row.uuid("account_id"), row.text("reason"), row.text("order_number"));
  }

  static RequestView view(Row row) throws SQLException {
    Long budget = row.wholeOrNull("budget_minor");
    return new RequestView(
        row.uuid("id"),
        row.text("number"),
        row.one("kind", RequestKind.class),
        row.text("title"),
        row.text("description"),
        row.uuid("category_id"),
        row.integer("quantity"),
        budget == null ? null : Money.of(budget, row.text("currency")),
        row.text("currency"),
        row.day("wanted_by"),
        row.text("country"),
        row.text("city"),
        row.texts("images"),
        row.text("signature"),
        row.one("status", RequestStatus.class),
        row.integer("bids"),
        row.instant("opened_at"),
        row.instant("closes_at"));
  }
}
