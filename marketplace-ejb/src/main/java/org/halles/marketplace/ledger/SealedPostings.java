package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;

/**
 * Postings as lines of text, in the order in which they are sealed; in the caller's transaction.
 */
@ApplicationScoped
class SealedPostings {

  /** A place in the order of the book. */
  record Place(String tx, long posting) {
    static Place before(String tx) {
      return new Place(tx, Long.MIN_VALUE);
    }
  }

  /** Everything a posting and its entry say. */
  record Line(Place place, long entry, String words) {}

  private static final String SELECT =
      """
      select p.tx::text as tx, p.id, p.entry_id,
             concat_ws('|', p.tx, p.id, p.entry_id, e.template, e.source_type, e.source_id,
                       (extract(epoch from e.at) * 1000000)::bigint, e.day, e.reason,
                       coalesce(e.reverses, 0), a.address, p.side, p.amount_minor, p.currency,
                       coalesce(p.order_group_id::text, '-'), coalesce(p.vendor_order_id::text, '-'))
               as words
        from posting p
        join journal_entry e on e.id = p.entry_id
        join ledger_account a on a.id = p.account_id
       where p.tx >= ?::xid8 and (p.tx, p.id) > (?::xid8, ?::bigint)
      """;

  private Database database;

  protected SealedPostings() {}

  @Inject
  SealedPostings(Database database) {
    this.database = database;
  }

  /** At most so many after a place, written by transactions below a mark. */
  public List<Line> after(Place place, String belowTx, int most) {
    return database.listPatiently(
        SELECT + " and p.tx < ?::xid8 order by p.tx, p.id limit ?",
        SealedPostings::read,
        place.tx(),
        place.tx(),
        place.posting(),
        belowTx,
        most);
  }

  /** All after a place up to another, inclusive. */
  public List<Line> between(Place from, Place to) {
    return database.listPatiently(
        SELECT
            + " and p.tx <= ?::xid8 and (p.tx, p.id) <= (?::xid8, ?::bigint) order by p.tx, p.id",
        SealedPostings::read,
        from.tx(),
        from.tx(),
        from.posting(),
        to.tx(),
        to.tx(),
        to.posting());
  }

  private static Line read(Row row) throws SQLException {
    return new Line(
        new Place(row.text("tx"), row.whole("id")), row.whole("entry_id"), row.text("words"));
  }
}
