package org.halles.marketplace.books;

import java.util.List;

/** What must hold of money that went back to buyers, leg by leg of the frozen split. */
final class RefundInvariants {

  /** Each leg with what went back of it; a refund its gateway refused took nothing. */
  private static final String LEGS =
      """
      select a.id, a.order_group_id, a.vendor_order_id, a.order_line_id, a.subject, a.kind,
             a.amount_minor as amount, coalesce(gone.minor, 0) as back,
             coalesce(gone.undone, 0) as undone
        from allocation_line a
        left join (
          select l.allocation_line_id as id,
                 sum(l.amount_minor) filter (where r.status <> 'FAILED') as minor,
                 count(*) filter (where r.status = 'FAILED') as undone
            from refund_leg l join refund r on r.id = l.refund_id
           group by l.allocation_line_id) as gone on gone.id = a.id
       where a.order_group_id in (select order_group_id from refund)
      """;

  static final List<Invariant> ALL =
      List.of(
          Invariant.of(
              "I5",
              "No leg gives back less than nothing or more than it got, and a refund is what its"
                  + " legs, its payment and the book say",
              "select count(*) from refund_leg",
              """
              select words from (
                select 'leg ' || l.id || ' of ' || l.amount || ' gave ' || l.back as words
                  from (%s) as l where l.back < 0 or l.back > l.amount
                union all
                select 'refund ' || r.id || ' of ' || r.amount_minor || ': legs ' || s.legs
                         || ', payment ' || t.amount_minor + s.others || ', posted ' || coalesce(p.posted, 0)
                  from refund r
                  left join payment_transaction t on t.id = r.transaction_id
                  cross join lateral (
                    select coalesce(sum(case a.kind when 'PLATFORM_PROMOTION' then -l.amount_minor
                                             else l.amount_minor end), 0) as legs,
                           (select coalesce(sum(n.amount_minor), 0) from refund_tender n
                             where n.refund_id = r.id) as others
                      from refund_leg l join allocation_line a on a.id = l.allocation_line_id
                     where l.refund_id = r.id) as s
                  left join lateral (
                    select sum(p.amount_minor) as posted
                      from journal_entry e
                      join posting p on p.entry_id = e.id
                      join ledger_account c on c.id = p.account_id
                     where e.source_type = 'payment-transaction' and e.source_id = t.id::text
                       and (e.template in ('refund', 'goodwill') and p.side = 'C'
                              and c.address like 'refund\\_in\\_flight:%%'
                         or e.template = 'chargeback-opened' and p.side = 'D'
                              and c.address like 'dispute\\_held:%%'))
                    as p on true
                 where s.legs <> case r.cause when 'GOODWILL' then 0
                                 else r.amount_minor + r.recovered_minor end
                    or r.amount_minor <> coalesce(t.amount_minor, 0) + s.others
                    or r.amount_minor <> coalesce(p.posted, 0)
                union all
                select 'refund ' || r.id || ' keeps ' || k.kept || ' of the commission, posted '
                         || p.posted
                  from refund r
                  cross join lateral (
                    select coalesce(sum(k.kept_minor), 0) as kept from refund_kept k
                     where k.refund_id = r.id and k.attempt = r.attempt) as k
                  cross join lateral (
                    select coalesce(sum(p.amount_minor), 0) as posted
                      from journal_entry e join posting p on p.entry_id = e.id and p.side = 'C'
                     where e.template = 'commission-kept'
                       and e.source_type = case when exists (
                             select from journal_entry l where l.source_type = 'refund-late'
                                and l.source_id = r.transaction_id::text)
                           then 'commission-kept-late' else 'commission-kept' end
                       and e.source_id = coalesce(r.transaction_id, r.id)::text) as p
                 where k.kept <> p.posted
                union all
                select 'refund ' || r.id || ' is ' || r.status || ', its payment is ' || t.status
                  from refund r join payment_transaction t on t.id = r.transaction_id
                 where (r.status = 'SUCCEEDED') <> (t.status = 'SUCCEEDED')
                    or (r.status = 'FAILED') <> (t.status = 'FAILED')
                       and not (r.status = 'FAILED' and t.status in ('UNKNOWN', 'PENDING'))
                union all
                select 'purchase ' || r.order_group_id || ' gave ' || sum(r.recovered_minor)
                         || ' of goodwill back, more than its buyer has or will have'
                  from refund r
                  left join refused_refund d on d.transaction_id = r.transaction_id
                 group by r.order_group_id
                having sum(r.recovered_minor) filter (where r.status <> 'FAILED')
                       > coalesce(sum(r.amount_minor) filter (
                           where r.cause = 'GOODWILL'
                             and (r.status <> 'FAILED' or d.transaction_id is null)), 0)
                union all
                select 'more left by ' || a.address || ' for purchase ' || p.order_group_id
                         || ' than was to go back: '
                         || sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end)
                  from posting p
                  join ledger_account a on a.id = p.account_id
                   and a.address like 'refund\\_in\\_flight:%%'
                 where p.order_group_id in (select order_group_id from payment_transaction
                                             where kind = 'REFUND')
                 group by a.address, p.order_group_id, p.currency
                having sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end) > 0
              ) as found
              """
                  .formatted(LEGS)),
          Invariant.of(
              "I7",
              "A full refund leaves every leg at zero, and each purchase says truly how much of its"
                  + " money went back",
              "select count(*) from order_group where refund_status <> 'NONE'",
              """
              select 'purchase ' || g.number || ' is ' || g.refund_status || ', '
                       || coalesce(s.back, 0) || ' of ' || coalesce(s.amount, 0) || ' went back'
                from order_group g
                join (
                  select order_group_id,
                         coalesce(sum(amount_minor) filter (where status <> 'FAILED'), 0) as given
                    from refund group by order_group_id) as r on r.order_group_id = g.id
                cross join lateral (
                  select coalesce(sum(o.total_minor), 0) as untaken from vendor_order o
                   where o.order_group_id = g.id and o.untaken) as u
                left join (
                  select l.order_group_id, sum(l.back) as back, sum(l.amount) as amount
                    from (%s) as l group by l.order_group_id) as s on s.order_group_id = g.id
               where g.refund_status <> case when coalesce(s.back, 0) = 0 and r.given = 0 then 'NONE'
                       when r.given = g.total_minor - u.untaken then 'REFUNDED' else 'PARTLY_REFUNDED' end
              """
                  .formatted(LEGS)),
          Invariant.of(
              "I8",
              "No leg strays a whole unit from its exact share of what went back of its line (nor"
                  + " two more for each refund of it that was undone after others had followed)",
              "select count(*) from refund_leg",
              """
              select 'leg ' || s.id || ' of ' || s.amount || ' gave ' || s.back || ', exactly '
                       || round(s.amount::numeric * s.line_back / s.line_amount, 3)
                from (select l.*, sum(l.back) over line as line_back,
                             sum(l.amount) over line as line_amount,
                             sum(l.undone) over line as line_undone
                        from (%s) as l where l.kind <> 'PLATFORM_PROMOTION'
                      window line as (partition by l.order_group_id, l.vendor_order_id,
                                                   l.order_line_id, l.subject)) as s
               where s.line_amount > 0
                 and abs(s.back * s.line_amount - s.amount * s.line_back)
                     >= s.line_amount * (1 + 2 * s.line_undone)
              """
                  .formatted(LEGS)));

  private RefundInvariants() {}
}
