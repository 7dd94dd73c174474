package org.halles.marketplace.books;

import java.util.List;

/** What must hold of the shares of those who sent buyers. */
final class AffiliateInvariants {

  static final List<Invariant> ALL =
      List.of(
          Invariant.of(
              "I23",
              "What affiliates have of each part of a purchase is what was frozen for them, less"
                  + " what went back",
              "select count(*) from affiliate_sale",
              """
              select 'order ' || o.number || ' gives ' || x.party || ' '
                       || x.earned - x.back || ' ' || x.currency || ', the book says '
                       || coalesce(b.minor, 0)
                from (
                  select a.vendor_order_id, a.party, a.currency, sum(a.amount_minor) as earned,
                         sum(coalesce(l.back, 0)) as back
                    from allocation_line a
                    join order_group g on g.id = a.order_group_id and g.paid_at is not null
                    left join (
                      select l.allocation_line_id as id, sum(l.amount_minor) as back
                        from refund_leg l join refund r on r.id = l.refund_id
                       where r.status = 'SUCCEEDED'
                          or r.status = 'PENDING' and r.cause <> 'CHARGEBACK'
                       group by l.allocation_line_id) as l on l.id = a.id
                   where a.kind = 'AFFILIATE'
                   group by a.vendor_order_id, a.party, a.currency
                ) as x
                join vendor_order o on o.id = x.vendor_order_id
                left join lateral (
                  select sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end)
                           as minor
                    from posting p join ledger_account d on d.id = p.account_id
                   where p.vendor_order_id = x.vendor_order_id and p.currency = x.currency
                     and d.address in (replace(x.party, 'affiliate:', 'affiliate_pending:'),
                                       replace(x.party, 'affiliate:', 'affiliate_available:'),
                                       replace(x.party, 'affiliate:', 'affiliate_receivable:'))
                ) as b on true
               where not o.untaken and x.earned - x.back <> coalesce(b.minor, 0)
              """));

  private AffiliateInvariants() {}
}
