package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/** What we believe about transactions at gateways. */
@ApplicationScoped
class ClearingLines {

  /**
   * One of our payment transactions or payouts.
   *
   * @param clearing what it added to {@code psp_clearing}, minor units
   */
  record Ours(boolean settled, boolean succeeded, long clearing) {}

  private Database database;
  private Clock clock;

  protected ClearingLines() {}

  @Inject
  ClearingLines(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  @Allowed(Role.FINANCE)
  @Transactional
  public Map<UUID, Ours> of(String gateway, Collection<UUID> ids) {
    Map<UUID, Ours> found = new HashMap<>();
    database.list(
        """
        select t.id, t.status, coalesce(sum(case p.side when 'D' then p.amount_minor
                                                 else -p.amount_minor end), 0) as clearing
          from (select id, status, gateway, 'payment-transaction' as source, id::text as source_id,
                       'chargeback-fee' as fee
                  from payment_transaction
                union all
                select attempt, case when status in ('PAID', 'RETURNED') then 'SUCCEEDED'
                                     when status in ('FAILED', 'CANCELLED') then 'FAILED'
                                     else status end, gateway, 'payout', id::text, null
                  from payout) as t
          left join (journal_entry e
            join posting p on p.entry_id = e.id
            join ledger_account a on a.id = p.account_id and a.address = ?)
            on e.source_type in (t.source, t.fee) and e.source_id = t.source_id
               and e.template <> 'payout-returned'
         where t.id = any(?) and t.gateway = ?
         group by t.id, t.status
        """,
        row -> {
          String status = row.text("status");
          boolean succeeded = status.equals("SUCCEEDED");
          return found.put(
              row.uuid("id"),
              new Ours(succeeded || status.equals("FAILED"), succeeded, row.whole("clearing")));
        },
        "psp_clearing:" + gateway,
        ids.toArray(UUID[]::new),
        gateway);
    return found;
  }

  @Allowed(Role.FINANCE)
  @Transactional
  public List<UUID> succeededBefore(String gateway, Instant moment) {
    return database.list(
        """
        select id from payment_transaction
         where gateway = ? and status = 'SUCCEEDED' and settled_at < ?
        union all
        select attempt from payout
         where gateway = ? and status in ('PAID', 'RETURNED') and settled_at < ?
        """,
        row -> row.uuid("id"),
        gateway,
        moment,
        gateway,
        moment);
  }
}
