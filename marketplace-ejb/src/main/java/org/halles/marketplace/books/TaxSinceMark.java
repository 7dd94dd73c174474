package org.halles.marketplace.books;

/** The invariant about tax, as it is checked when everything up to a mark was right. */
final class TaxSinceMark {

  /**
   * Purchase by purchase: what is owed for each is the tax of what was sold less what went back.
   */
  static final Invariant OWED =
      Invariant.of(
          "I10",
          "Tax owed to a jurisdiction is the tax of paid sales, less what went back or was"
              + " remitted",
          "select count(*) from new_group",
          """
          select 'purchase ' || coalesce(owed.of, sold.of) || ' in '
                   || coalesce(owed.jurisdiction, sold.jurisdiction) || ': owed '
                   || coalesce(owed.minor, 0) || ', sold ' || coalesce(sold.minor, 0) || ' '
                   || coalesce(owed.currency, sold.currency)
            from (select p.order_group_id as of, split_part(a.address, ':', 2) as jurisdiction,
                         p.currency,
                         sum(case p.side when 'C' then p.amount_minor
                                  else -p.amount_minor end) as minor
                    from posting p
                    join ledger_account a on a.id = p.account_id
                   where p.order_group_id in (select id from new_group)
                     and a.address like 'tax\\_payable:%'
                   group by 1, 2, 3) as owed
            full join (select l.order_group_id as of, split_part(l.party, ':', 2) as jurisdiction,
                              l.currency, sum(l.amount_minor - coalesce(gone.minor, 0)) as minor
                         from allocation_line l
                         join order_group g on g.id = l.order_group_id
                         left join lateral (
                           select sum(b.amount_minor) as minor
                             from refund_leg b join refund r on r.id = b.refund_id
                            where b.allocation_line_id = l.id and r.status <> 'FAILED'
                              and not (r.cause = 'CHARGEBACK' and r.status = 'PENDING'))
                           as gone on true
                        where l.order_group_id in (select id from new_group)
                          and l.kind = 'TAX' and g.paid_at is not null and l.amount_minor > 0
                          and not exists (select from vendor_order o
                                           where o.id = l.vendor_order_id and o.untaken)
                        group by 1, 2, 3) as sold
              on sold.of = owed.of and sold.jurisdiction = owed.jurisdiction
             and sold.currency = owed.currency
           where coalesce(owed.minor, 0) <> coalesce(sold.minor, 0)
          """);

  private TaxSinceMark() {}
}
