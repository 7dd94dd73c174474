package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * Sums of postings. A stored sum holds every posting written by transactions below its mark; what
 * came since is added when somebody asks, so an answer is always exact.
 */
@ApplicationScoped
public class Balances {

  /** Sums of accounts {@code a}, to be joined: what is stored and what came since. */
  static final String SUMS =
      """
       left join balance b on b.account_id = a.id
       cross join lateral (
         select coalesce(sum(p.amount_minor) filter (where p.side = 'D'), 0)
                  + coalesce(b.debit_minor, 0) as debit_minor,
                coalesce(sum(p.amount_minor) filter (where p.side = 'C'), 0)
                  + coalesce(b.credit_minor, 0) as credit_minor
           from posting p
          where p.account_id = a.id and p.tx >= coalesce(b.below_tx, '0'::xid8)
       ) as sums
      """;

  /** One node at a time. */
  private static final String TURN =
      "select pg_try_advisory_xact_lock(hashtext('halles-balances')) as mine";

  /**
   * Everything below the oldest transaction that still runs is final: nothing can appear there any
   * more, so nothing is counted twice or missed.
   */
  private static final String ROLL_UP =
      """
      with horizon as materialized (
        select pg_snapshot_xmin(pg_current_snapshot()) as tx,
               coalesce((select below_tx from balance order by below_tx desc limit 1), '0'::xid8)
                 as since
      )
      insert into balance as b (account_id, debit_minor, credit_minor, below_tx, updated_at)
      select p.account_id,
             coalesce(sum(p.amount_minor) filter (where p.side = 'D'), 0),
             coalesce(sum(p.amount_minor) filter (where p.side = 'C'), 0),
             horizon.tx, ?::timestamptz
        from horizon join posting p on p.tx >= horizon.since and p.tx < horizon.tx
       group by p.account_id, horizon.tx
       order by p.account_id
      on conflict (account_id) do update
         set debit_minor = b.debit_minor + excluded.debit_minor,
             credit_minor = b.credit_minor + excluded.credit_minor,
             below_tx = excluded.below_tx,
             updated_at = excluded.updated_at
      """;

  private Database database;
  private Turnovers turnovers;
  private Clock clock;

  protected Balances() {}

  @Inject
  public Balances(Database database, Turnovers turnovers, Clock clock) {
    this.database = database;
    this.turnovers = turnovers;
    this.clock = clock;
  }

  /** Brings the stored sums up to date; says how many accounts changed. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public int rollUp() {
    boolean mine = database.find(TURN, row -> row.flag("mine")).orElse(false);
    if (!mine) {
      return 0;
    }
    turnovers.rollUp();
    return database.update(ROLL_UP, clock.instant());
  }

  /**
   * Accounts at these addresses in all currencies, exact to this moment; those never used are
   * absent. Part of the caller's transaction.
   */
  public List<AccountView> at(String... addresses) {
    return database.list(
        "select a.*, sums.* from ledger_account a "
            + SUMS
            + " where a.address = any(?) order by a.currency, a.address",
        LedgerRows::account,
        (Object) addresses);
  }

  /**
   * Locks the stored sums of these accounts, so that nobody else takes from them before the
   * caller's transaction ends. What is read afterwards is what may be taken.
   */
  public void hold(CurrencyCode currency, List<String> addresses) {
    String[] wanted = addresses.toArray(String[]::new);
    database.update(
        """
        insert into balance (account_id, below_tx, updated_at)
        select id, '0'::xid8, ? from ledger_account where address = any(?) and currency = ?
         order by id on conflict do nothing
        """,
        clock.instant(),
        wanted,
        currency.value());
    database.list(
        """
        select b.account_id from balance b join ledger_account a on a.id = b.account_id
         where a.address = any(?) and a.currency = ? order by b.account_id for update of b
        """,
        row -> row.whole("account_id"),
        wanted,
        currency.value());
  }

  /**
   * What one vendor order still has on an account, one amount a currency, on the account's normal
   * side. Exact; part of the caller's transaction.
   */
  public List<Money> ofVendorOrder(String address, UUID vendorOrder) {
    return database.list(
        """
        select p.currency,
               sum(case when p.side = a.normal_side then p.amount_minor else -p.amount_minor end)
                 as left_minor
          from posting p join ledger_account a on a.id = p.account_id
         where p.vendor_order_id = ? and a.address = ?
         group by p.currency order by p.currency
        """,
        row -> row.money("left_minor"),
        vendorOrder,
        address);
  }
}
