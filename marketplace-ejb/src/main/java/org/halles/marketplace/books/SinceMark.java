package org.halles.marketplace.books;

/** The invariants about sums, as they are checked when everything up to a mark was right. */
final class SinceMark {

  /**
   * What was added up at the mark and what came since make what is stored. This reads two rows for
   * each account that was ever used: a stored balance may be wrong where nothing was posted.
   */
  static final Invariant STORED_SUMS =
      Invariant.of(
          "I2",
          "The whole book sums to zero, and stored balances are the sums of their postings",
          "select count(*) from balance",
          """
          select words from (
            with came as materialized (
              select p.account_id, p.currency,
                     coalesce(sum(p.amount_minor) filter (where p.side = 'D'), 0) as all_debits,
                     coalesce(sum(p.amount_minor) filter (where p.side = 'C'), 0) as all_credits,
                     coalesce(sum(p.amount_minor)
                       filter (where p.side = 'D' and p.tx < b.below_tx), 0) as debits,
                     coalesce(sum(p.amount_minor)
                       filter (where p.side = 'C' and p.tx < b.below_tx), 0) as credits
                from posting p left join balance b on b.account_id = p.account_id
               where p.tx >= :mark
               group by p.account_id, p.currency
            )
            select 'the book is off by ' || (sum(all_debits) - sum(all_credits)) || ' '
                     || currency as words
              from came group by currency having sum(all_debits) <> sum(all_credits)
            union all
            select 'balance of '
                     || (select a.address from ledger_account a where a.id = b.account_id)
                     || ' is stored as ' || b.debit_minor || ' / ' || b.credit_minor
                     || ', its postings are ' || coalesce(c.debit_minor, 0) + coalesce(s.debits, 0)
                     || ' / ' || coalesce(c.credit_minor, 0) + coalesce(s.credits, 0)
              from balance b
              left join checked_balance c on c.account_id = b.account_id
              left join (select account_id, sum(debits) as debits, sum(credits) as credits
                           from came group by account_id) as s on s.account_id = b.account_id
             where b.debit_minor <> coalesce(c.debit_minor, 0) + coalesce(s.debits, 0)
                or b.credit_minor <> coalesce(c.credit_minor, 0) + coalesce(s.credits, 0)
          ) as found
          """);

  /** From stored balances, which the former equation vouches for, where something was posted. */
  static final Invariant NOBODY_BELOW_ZERO =
      Invariant.of(
          "I11",
          "Nobody's pending, available, reserve or disputed is below zero, and nobody has both"
              + " debt and money available",
          """
          select count(*) from ledger_account
           where id in (select id from new_account)
             and (address like 'vendor\\_%' or address like 'affiliate\\_%'
                  or address like 'payout\\_in\\_transit:%')
          """,
          """
          select words from (
            with touched as materialized (
              select a.address, a.currency
                from ledger_account a
               where a.id in (select id from new_account)
                 and (a.address like 'vendor\\_%' or a.address like 'affiliate\\_%'
                      or a.address like 'payout\\_in\\_transit:%')
            ), now as materialized (
              select a.address, a.currency,
                     coalesce(b.credit_minor - b.debit_minor, 0) + s.since as credit
                from (select address, currency from touched
                      union
                      select replace(address, '_available:', '_receivable:'), currency from touched
                      union
                      select replace(address, '_receivable:', '_available:'), currency
                        from touched) as t
                join ledger_account a on a.address = t.address and a.currency = t.currency
                left join balance b on b.account_id = a.id
                cross join lateral (
                  select coalesce(sum(case p.side when 'C' then p.amount_minor
                                                  else -p.amount_minor end), 0) as since
                    from posting p
                   where p.account_id = a.id and p.tx >= coalesce(b.below_tx, '0'::xid8)
                ) as s
            )
            select address || ' is at ' || credit || ' ' || currency as words from now
             where credit < 0 and split_part(address, ':', 1) in
                   ('vendor_pending', 'vendor_available', 'vendor_reserve',
                    'vendor_dispute_hold', 'payout_in_transit',
                    'affiliate_pending', 'affiliate_available')
            union all
            select d.address || ' is a debt, and ' || v.address || ' has money available'
              from now d
              join now v on v.currency = d.currency
               and v.address = replace(d.address, '_receivable:', '_available:')
             where split_part(d.address, ':', 1) in ('vendor_receivable', 'affiliate_receivable')
               and d.credit < 0 and v.credit > 0
          ) as found
          """);

  private SinceMark() {}
}
