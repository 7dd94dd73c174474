package org.halles.marketplace.ledger;

import java.sql.SQLException;
import java.util.List;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Rows of the book as views. */
final class LedgerRows {

  /** The columns {@link #posting} reads. */
  static final String POSTING =
      """
      select p.id, p.entry_id, p.side, p.amount_minor, p.currency, p.order_group_id,
             p.vendor_order_id, p.tx::text as tx, e.template, e.source_type, e.source_id, e.at,
             e.day, e.reason, e.reverses, a.address
        from posting p
        join journal_entry e on e.id = p.entry_id
        join ledger_account a on a.id = p.account_id
      """;

  private LedgerRows() {}

  static AccountView account(Row row) throws SQLException {
    Side normal = Side.of(row.text("normal_side"));
    Money debits = row.money("debit_minor");
    Money credits = row.money("credit_minor");
    return new AccountView(
        row.text("address"),
        normal,
        debits,
        credits,
        normal == Side.DEBIT ? debits.minus(credits) : credits.minus(debits));
  }

  static PostingView posting(Row row) throws SQLException {
    return new PostingView(
        row.whole("id"),
        row.whole("entry_id"),
        row.text("template"),
        row.text("source_type"),
        row.text("source_id"),
        row.instant("at"),
        row.text("address"),
        Side.of(row.text("side")),
        row.money("amount_minor"),
        row.uuid("order_group_id"),
        row.uuid("vendor_order_id"));
  }

  static EntryView entry(Row row, List<PostingView> postings) throws SQLException {
    return entry(row.whole("id"), row, postings);
  }

  /** The entry of a posting's row, with this posting alone. */
  static EntryView entryOf(Row row) throws SQLException {
    return entry(row.whole("entry_id"), row, List.of(posting(row)));
  }

  private static EntryView entry(long id, Row row, List<PostingView> postings) throws SQLException {
    return new EntryView(
        id,
        row.text("template"),
        row.text("source_type"),
        row.text("source_id"),
        row.instant("at"),
        row.day("day"),
        row.text("reason"),
        row.wholeOrNull("reverses"),
        postings);
  }
}
