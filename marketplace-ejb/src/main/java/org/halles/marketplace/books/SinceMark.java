package org.halles.marketplace.books;

/** The invariants about sums, as they are checked when everything up to a mark was right. */
final class SinceMark {

  /** Stands for the mark's transaction in these statements. */
  static final String MARK = ":mark";

  /** What was added up at the mark and what came since make what is stored. */
  static final Invariant STORED_SUMS =
      Invariant.of(
          "I2",
          "The whole book sums to zero, and stored balances are the sums of their postings",
          "select count(*) from balance",
          """
          select words from (
            select 'the book is off by ' || (sum(b.debit_minor) - sum(b.credit_minor)) || ' '
                     || a.currency as words
              from balance b join ledger_account a on a.id = b.account_id
             group by a.currency having sum(b.debit_minor) <> sum(b.credit_minor)
            union all
            select 'balance of ' || a.address || ' is stored as ' || b.debit_minor || ' / '
                     || b.credit_minor || ', its postings are '
                     || coalesce(c.debit_minor, 0) + s.debits || ' / '
                     || coalesce(c.credit_minor, 0) + s.credits
              from balance b
              join ledger_account a on a.id = b.account_id
              left join checked_balance c on c.account_id = b.account_id
              cross join lateral (
                select coalesce(sum(p.amount_minor) filter (where p.side = 'D'), 0) as debits,
                       coalesce(sum(p.amount_minor) filter (where p.side = 'C'), 0) as credits
                  from posting p
                 where p.account_id = b.account_id and p.tx >= :mark and p.tx < b.below_tx
              ) as s
             where b.debit_minor <> coalesce(c.debit_minor, 0) + s.debits
                or b.credit_minor <> coalesce(c.credit_minor, 0) + s.credits
          ) as found
          """);

  /** From stored balances, which the former equation vouches for. */
  static final Invariant NOBODY_BELOW_ZERO =
      Invariant.of(
          "I11",
          "Nobody's pending, available, reserve or disputed is below zero, and nobody has both"
              + " debt and money available",
          """
          select count(*) from ledger_account
           where address like 'vendor\\_%' or address like 'affiliate\\_%'
              or address like 'payout\\_in\\_transit:%'
          """,
          """
          select words from (
            with now as materialized (
              select a.address, a.currency,
                     coalesce(b.credit_minor - b.debit_minor, 0) + s.since as credit
                from ledger_account a
                left join balance b on b.account_id = a.id
                cross join lateral (
                  select coalesce(sum(case p.side when 'C' then p.amount_minor
                                                  else -p.amount_minor end), 0) as since
                    from posting p
                   where p.account_id = a.id and p.tx >= coalesce(b.below_tx, '0'::xid8)
                ) as s
               where a.address like 'vendor\\_%' or a.address like 'affiliate\\_%'
                  or a.address like 'payout\\_in\\_transit:%'
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
