package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.halles.marketplace.checkout.TransferView.ReceiptView;
import org.halles.marketplace.checkout.TransferView.ReturnView;
import org.halles.marketplace.checkout.TransferView.State;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Reads transfers for people who look at the bank's statement; in the caller's transaction. */
@ApplicationScoped
class TransferReading {

  private static final String SELECT =
      """
      select * from (
        select a.*, g.number, g.name, g.email, g.status as order_status,
               case when t.status = 'SUCCEEDED' then 'PAID'
                    when t.status = 'FAILED' or g.status <> 'AWAITING_PAYMENT' then 'LAPSED'
                    when a.received_minor > 0 then 'PARTLY' else 'WAITING' end as state
          from awaited_transfer a
          join payment_transaction t on t.id = a.transaction_id
          join order_group g on g.id = a.order_group_id
      ) as found
      """;

  private static final String RETURNS =
      """
      select r.*, g.number, g.name,
             (select b.payer from bank_receipt b where b.transaction_id = r.transaction_id
               order by b.recorded_at desc limit 1) as payer
        from bank_return r
        left join awaited_transfer a on a.transaction_id = r.transaction_id
        join order_group g on g.id = coalesce(r.order_group_id, a.order_group_id)
      """;

  private Database database;

  protected TransferReading() {}

  @Inject
  TransferReading(Database database) {
    this.database = database;
  }

  /** Newest first; state and text may be null. */
  Page<TransferView> list(State state, String text, Paging paging) {
    StringBuilder sql = new StringBuilder(SELECT).append(" where true ");
    List<Object> values = new ArrayList<>();
    if (state != null) {
      sql.append("and state = ? ");
      values.add(state);
    }
    if (text != null && !text.isBlank()) {
      sql.append("and (number ilike ? or name ilike ? or email ilike ?) ");
      String pattern = "%" + text.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
      values.addAll(List.of(pattern, pattern, pattern));
    }
    return page(
        sql,
        values,
        paging,
        true,
        "opened_at",
        "transaction_id",
        TransferReading::transfer,
        last -> Paging.cursor(last.openedAt(), last.transactionId()));
  }

  /** The newest attempt of this order, with everything about it. */
  Optional<TransferView> find(String number) {
    return database
        .find(
            SELECT + " where number = ? order by opened_at desc, transaction_id desc limit 1",
            TransferReading::transfer,
            number)
        .map(this::complete);
  }

  private TransferView complete(TransferView transfer) {
    List<ReceiptView> receipts =
        database.list(
            "select * from bank_receipt where transaction_id = ? order by recorded_at, id",
            TransferReading::receipt,
            transfer.transactionId());
    List<ReturnView> returns =
        database.list(
            RETURNS + " where r.transaction_id = ? order by r.asked_at, r.id",
            TransferReading::back,
            transfer.transactionId());
    return transfer.with(receipts, returns);
  }

  /** What is to be sent back, oldest first; or what was, newest first. */
  Page<ReturnView> returns(boolean sent, Paging paging) {
    StringBuilder sql =
        new StringBuilder(RETURNS)
            .append(sent ? " where r.sent_on is not null " : " where r.sent_on is null ");
    return page(
        sql,
        new ArrayList<>(),
        paging,
        sent,
        "r.asked_at",
        "r.id",
        TransferReading::back,
        last -> Paging.cursor(last.askedAt(), last.id()));
  }

  Optional<ReturnView> findReturn(UUID id) {
    return database.find(RETURNS + " where r.id = ?", TransferReading::back, id);
  }

  private <T> Page<T> page(
      StringBuilder sql,
      List<Object> values,
      Paging paging,
      boolean newestFirst,
      String at,
      String id,
      Row.Reader<T> reader,
      Function<T, String> cursorOf) {
    if (paging.after().isPresent()) {
      sql.append("and (").append(at).append(", ").append(id).append(newestFirst ? ") < " : ") > ");
      sql.append("(?, ?) ");
      values.addAll(position(paging));
    }
    String way = newestFirst ? " desc" : "";
    sql.append("order by ").append(at).append(way).append(", ").append(id).append(way);
    sql.append(" limit ?");
    values.add(paging.limit() + 1);
    return Page.of(
        database.list(sql.toString(), reader, values.toArray()), paging.limit(), cursorOf);
  }

  private static List<Object> position(Paging paging) {
    List<String> keys = paging.after().orElseThrow();
    try {
      return List.of(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
    } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException odd) {
      throw paging.malformedCursor();
    }
  }

  private static TransferView transfer(Row row) throws SQLException {
    Money amount = row.money("amount_minor");
    Money received = row.money("received_minor");
    return new TransferView(
        row.uuid("transaction_id"),
        row.text("number"),
        row.one("order_status", OrderGroupStatus.class),
        row.text("name"),
        row.text("email"),
        row.one("state", State.class),
        amount,
        received,
        received.compareTo(amount) >= 0 ? Money.zero(amount.currency()) : amount.minus(received),
        row.instant("opened_at"),
        row.instant("until"),
        List.of(),
        List.of());
  }

  private static ReceiptView receipt(Row row) throws SQLException {
    return new ReceiptView(
        row.money("amount_minor"),
        row.day("received_on"),
        row.text("bank_reference"),
        row.text("payer"),
        row.text("recorded_by"),
        row.instant("recorded_at"));
  }

  private static ReturnView back(Row row) throws SQLException {
    return new ReturnView(
        row.uuid("id"),
        row.text("number"),
        row.text("name"),
        row.text("payer"),
        row.text("kind").equals("REFUND"),
        row.money("amount_minor"),
        row.instant("asked_at"),
        row.day("sent_on"),
        row.text("bank_reference"),
        row.text("sent_by"));
  }
}
