package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Debts, and write-offs as stored; part of the caller's transaction. */
@ApplicationScoped
class WriteOffRows {

  /** From stored sums and what came since: no account is read from its beginning. */
  private static final String DEBTS =
      """
      select * from (
        select k.id, k.payee_kind, k.name, a.currency,
               coalesce(b.debit_minor - b.credit_minor, 0) + since.minor as owed_minor
          from ledger_account a
          join paid_party k
            on a.address = case k.payee_kind when 'VENDOR' then 'vendor_receivable:' || k.id
                                             else 'affiliate_receivable:' || k.id end
           and k.payee_kind in ('VENDOR', 'AFFILIATE')
          left join balance b on b.account_id = a.id
         cross join lateral (
           select coalesce(sum(case p.side when 'D' then p.amount_minor
                                           else -p.amount_minor end), 0) as minor
             from posting p
            where p.account_id = a.id and p.tx >= coalesce(b.below_tx, '0'::xid8)) as since
      ) as found
       where owed_minor > 0 and (?::uuid is null or id = ?)
      """;

  private static final int MOST = 200;

  private static final String VIEW =
      """
      select w.*, k.name, p.email as proposer, d.email as decider from write_off w
        join paid_party k on k.id = w.party_id
        left join account p on p.id = w.proposed_by
        left join account d on d.id = w.decided_by
      """;

  private Database database;

  protected WriteOffRows() {}

  @Inject
  WriteOffRows(Database database) {
    this.database = database;
  }

  List<Debt> debts(DebtSort sort) {
    return debts(null, sort);
  }

  List<Debt> debtsOf(UUID party) {
    return debts(party, DebtSort.LARGEST);
  }

  /** Those of one party; null: of all. */
  private List<Debt> debts(UUID party, DebtSort sort) {
    return database.list(
        DEBTS + sort.ordering().orderBy(),
        row ->
            new Debt(
                row.uuid("id"), row.text("payee_kind"), row.text("name"), row.money("owed_minor")),
        party,
        party,
        MOST);
  }

  /** False if one waits already. */
  boolean propose(UUID id, Debt debt, Money amount, String reason, UUID by, Instant now) {
    return database.update(
            """
            insert into write_off (id, party_kind, party_id, amount_minor, currency, reason, status,
                                   proposed_by, proposed_at)
            values (?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?)
            on conflict (party_id, currency) where status = 'PROPOSED' do nothing
            """,
            id,
            debt.kind(),
            debt.party(),
            amount.minor(),
            amount.currency().value(),
            reason,
            by,
            now)
        == 1;
  }

  Optional<WriteOff> find(UUID id) {
    return database.find(VIEW + " where w.id = ?", WriteOffRows::read, id);
  }

  Optional<WriteOff> lock(UUID id) {
    database.find("select 1 from write_off where id = ? for update", row -> true, id);
    return find(id);
  }

  void decide(UUID id, String status, UUID by, Instant now) {
    database.update(
        "update write_off set status = ?, decided_by = ?, decided_at = ? where id = ?",
        status,
        by,
        now,
        id);
  }

  Page<WriteOff> list(Paging paging) {
    Instant before =
        paging.keys(2).map(keys -> keys.instant(0)).orElse(Instant.parse("9999-01-01T00:00:00Z"));
    UUID id = paging.keys(2).map(keys -> keys.uuid(1)).orElse(new UUID(0, 0));
    List<WriteOff> found =
        database.list(
            VIEW
                + """
                 where (w.proposed_at, w.id) < (?::timestamptz, ?::uuid)
                 order by w.proposed_at desc, w.id desc limit ?
                """,
            WriteOffRows::read,
            before,
            id,
            paging.limit() + 1);
    return Page.of(found, paging.limit(), last -> Paging.cursor(last.proposedAt(), last.id()));
  }

  private static WriteOff read(Row row) throws SQLException {
    return new WriteOff(
        row.uuid("id"),
        row.uuid("party_id"),
        row.text("party_kind"),
        row.text("name"),
        row.money("amount_minor"),
        row.text("reason"),
        row.text("status"),
        row.uuid("proposed_by"),
        row.text("proposer"),
        row.instant("proposed_at"),
        row.text("decider"),
        row.instant("decided_at"));
  }
}
