package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Chain;
import org.halles.marketplace.shared.Database;

/** Remembers up to where the books were found right, and the sums of that moment. */
@ApplicationScoped
class Marks {

  private static final String ADD =
      """
      with added as (
        insert into checked_balance as c (account_id, debit_minor, credit_minor)
        select p.account_id,
               coalesce(sum(p.amount_minor) filter (where p.side = 'D'), 0),
               coalesce(sum(p.amount_minor) filter (where p.side = 'C'), 0)
          from posting p
         where p.tx >= ?::xid8 and p.tx < ?::xid8
         group by p.account_id
        on conflict (account_id) do update
           set debit_minor = c.debit_minor + excluded.debit_minor,
               credit_minor = c.credit_minor + excluded.credit_minor
        returning 1
      )
      select count(*) as kept from added
      """;

  private Database database;
  private Chain chain;

  protected Marks() {}

  @Inject
  Marks(Database database, Chain chain) {
    this.database = database;
    this.chain = chain;
  }

  /** The last one. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Optional<Mark> last() {
    return database.find(
        "select below_tx::text as tx, seal, at from books_checkpoint order by id desc limit 1",
        row -> new Mark(row.text("tx"), row.whole("seal"), row.instant("at")));
  }

  /** Where the stored balances end now: as far as a check that begins now can vouch. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Mark reached(Instant now) {
    String tx =
        database
            .find(
                "select coalesce((select below_tx from balance order by below_tx desc limit 1),"
                    + " '0'::xid8)::text as tx",
                row -> row.text("tx"))
            .orElseThrow();
    return new Mark(tx, chain.last(), now);
  }

  /**
   * Everything up to a mark was found right. The sums of that moment are added up from the postings
   * themselves, never copied from the stored balances, which are checked against them.
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public void keep(Mark mark, boolean wholeBook) {
    database.find("select pg_advisory_xact_lock(hashtext('halles-books'))", row -> true);
    String since = wholeBook ? "0" : last().map(Mark::belowTx).orElse("0");
    if (Long.parseLong(since) > Long.parseLong(mark.belowTx())) {
      return;
    }
    if (since.equals("0")) {
      database.update("delete from checked_balance");
    }
    database.findPatiently(ADD, row -> row.whole("kept"), since, mark.belowTx());
    database.update(
        """
        insert into books_checkpoint (below_tx, seal, at, whole_book) values (?::xid8, ?, ?, ?)
        """,
        mark.belowTx(),
        mark.seal(),
        mark.at(),
        wholeBook);
  }
}
