package org.halles.marketplace.books;

import java.util.List;

/** What must hold inside the book. */
final class LedgerInvariants {

  private static final String SIGNED =
      "sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end)";

  static final List<Invariant> ALL =
      List.of(
          Invariant.of(
              "I1",
              "Every entry balances in every currency, and every amount is above zero",
              "select count(*) from posting",
              """
              select 'entry ' || p.entry_id || ' is off by ' || %s || ' ' || p.currency
                from posting p group by p.entry_id, p.currency
              having %s <> 0 or min(p.amount_minor) <= 0
              """
                  .formatted(SIGNED, SIGNED)),
          Invariant.of(
              "I2",
              "The whole book sums to zero, and stored balances are the sums of their postings",
              "select count(*) from balance",
              """
              select words from (
                select 'the book is off by ' || %s || ' ' || p.currency as words
                  from posting p group by p.currency having %s <> 0
                union all
                select 'balance of ' || a.address || ' is stored as ' || b.debit_minor || ' / '
                         || b.credit_minor || ', its postings are ' || coalesce(s.debits, 0)
                         || ' / ' || coalesce(s.credits, 0)
                  from balance b
                  join ledger_account a on a.id = b.account_id
                  left join (
                    select p.account_id,
                           coalesce(sum(p.amount_minor) filter (where p.side = 'D'), 0) as debits,
                           coalesce(sum(p.amount_minor) filter (where p.side = 'C'), 0) as credits
                      from posting p
                      join balance m on m.account_id = p.account_id and p.tx < m.below_tx
                     group by p.account_id
                  ) as s on s.account_id = b.account_id
                 where coalesce(s.debits, 0) <> b.debit_minor
                    or coalesce(s.credits, 0) <> b.credit_minor
              ) as found
              """
                  .formatted(SIGNED, SIGNED)),
          Invariant.of(
              "I11",
              "Nobody's pending, available, reserve or disputed is below zero, and nobody has both debt"
                  + " and money available",
              """
              select count(*) from ledger_account
               where address like 'vendor\\_%' or address like 'affiliate\\_%'
              or address like 'payout\\_in\\_transit:%'
              """,
              """
              select words from (
                select a.address || ' is at ' || (-(%s)) || ' ' || a.currency as words
                  from posting p join ledger_account a on a.id = p.account_id
                 where a.address like 'vendor\\_pending:%%' or a.address like 'vendor\\_available:%%'
                    or a.address like 'vendor\\_reserve:%%'
                    or a.address like 'vendor\\_dispute\\_hold:%%'
                    or a.address like 'payout\\_in\\_transit:%%'
                    or a.address like 'affiliate\\_pending:%%'
                    or a.address like 'affiliate\\_available:%%'
                 group by a.address, a.currency having %s > 0
                union all
                select d.address || ' is a debt, and ' || v.address || ' has money available'
                  from ledger_account d
                  join ledger_account v on v.currency = d.currency
                   and v.address = replace(d.address, '_receivable:', '_available:')
                 where (d.address like 'vendor\\_receivable:%%'
                    or d.address like 'affiliate\\_receivable:%%')
                   and (select %s from posting p where p.account_id = d.id) > 0
                   and (select %s from posting p where p.account_id = v.id) < 0
              ) as found
              """
                  .formatted(SIGNED, SIGNED, SIGNED, SIGNED)),
          Invariant.of(
              "I15",
              "The book is append-only, and a correction mirrors what it corrects",
              "select count(*) from journal_entry",
              """
              select words from (
                select 'table ' || t.name || ' can be changed: its guard is gone' as words
                  from (values ('journal_entry'), ('posting'), ('allocation_line')) as t (name)
                 where not exists (
                   select 1 from pg_trigger g
                    where g.tgrelid = t.name::regclass and g.tgenabled in ('O', 'A')
                      and g.tgname = t.name || '_append_only')
                union all
                select 'entry ' || e.id || ' reverses ' || e.reverses || ' but is no mirror of it'
                  from journal_entry e
                 where e.reverses is not null and exists (
                   select 1 from posting p where p.entry_id in (e.id, e.reverses)
                    group by p.account_id, p.currency having %s <> 0)
                union all
                select 'entry ' || e.id || ' is a reversal of nothing' from journal_entry e
                 where e.template = 'reversal' and e.reverses is null
              ) as found
              """
                  .formatted(SIGNED)),
          Invariant.of(
              "I17",
              "No account absorbs rounding",
              "select count(*) from ledger_account",
              "select a.address from ledger_account a where a.address ilike '%round%'"),
          Invariant.of(
              "I19",
              "Each currency balances alone: no posting is in another currency than its account",
              "select count(*) from posting",
              """
              select 'posting ' || p.id || ' is ' || p.currency || ' on ' || a.address || ' in '
                       || a.currency
                from posting p join ledger_account a on a.id = p.account_id
               where p.currency <> a.currency
              """),
          Invariant.of(
              "I20",
              "Money leaves pending only when its hold ends, refunded, disputed or reversed, and then"
                  + " wholly",
              """
              select count(*) from posting p join ledger_account a on a.id = p.account_id
               where a.address like 'vendor\\_pending:%'
              """,
              """
              select words from (
                select 'posting ' || p.id || ' takes from ' || a.address || ' for ' || e.template
                         as words
                  from posting p
                  join ledger_account a on a.id = p.account_id
                  join journal_entry e on e.id = p.entry_id
                 where a.address like 'vendor\\_pending:%%' and p.side = 'D'
                   and e.template not in ('delivered', 'refund', 'reversal', 'vendor-fee', 'dispute-held',
                                          'commission-kept', 'gateway-fee-borne', 'cash-kept',
                                          'chargeback-opened')
                union all
                select 'posting ' || p.id || ' takes from ' || a.address || ' for ' || e.template
                  from posting p
                  join ledger_account a on a.id = p.account_id
                  join journal_entry e on e.id = p.entry_id
                 where a.address like 'affiliate\\_pending:%%' and p.side = 'D'
                   and e.template not in ('affiliate-matured', 'refund', 'chargeback-lost')
                union all
                select 'order ' || o.number || ' is delivered and still has ' || (-s.minor) || ' '
                         || s.currency || ' pending'
                  from (
                    select p.vendor_order_id, p.currency, %s as minor
                      from posting p
                      join ledger_account a on a.id = p.account_id
                     where a.address like 'vendor\\_pending:%%' and p.vendor_order_id is not null
                     group by p.vendor_order_id, p.currency having %s <> 0
                  ) as s
                  join vendor_order o on o.id = s.vendor_order_id
                 where o.status in ('DELIVERED', 'CLOSED')
                   and not exists (select 1 from money_hold h
                                    where h.vendor_order_id = o.id and h.released_at is null)
              ) as found
              """
                  .formatted(SIGNED, SIGNED)));

  private LedgerInvariants() {}
}
