package org.halles.marketplace.books;

import java.util.List;

/** What must hold between orders, their splits and what was posted for them. */
final class OrderInvariants {

  static final List<Invariant> ALL =
      List.of(
          Invariant.of(
              "I3",
              "The shares of each vendor order and of each purchase are what was paid plus what the"
                  + " platform gave, and what was posted is what was frozen",
              "select count(*) from allocation_line",
              """
              select words from (
                with share as materialized (
                  select a.order_group_id, a.vendor_order_id,
                         coalesce(sum(a.amount_minor)
                           filter (where a.kind <> 'PLATFORM_PROMOTION'), 0) as shares,
                         coalesce(sum(a.amount_minor)
                           filter (where a.kind = 'PLATFORM_PROMOTION'), 0) as given
                    from allocation_line a group by a.order_group_id, a.vendor_order_id
                ), purchase as materialized (
                  select s.order_group_id, sum(s.shares - s.given) as net,
                         sum(case when o.untaken then 0 else s.shares end) as taken
                    from share s left join vendor_order o on o.id = s.vendor_order_id
                   group by s.order_group_id
                )
                select 'vendor order ' || o.number || ': shares ' || coalesce(s.shares, 0)
                         || ', paid ' || o.total_minor || ', given ' || coalesce(s.given, 0)
                         as words
                  from vendor_order o left join share s on s.vendor_order_id = o.id
                 where coalesce(s.shares, 0) <> o.total_minor + coalesce(s.given, 0)
                union all
                select 'purchase ' || g.number || ': shares less gifts ' || coalesce(s.net, 0)
                         || ', total ' || g.total_minor
                  from order_group g left join purchase s on s.order_group_id = g.id
                 where coalesce(s.net, 0) <> g.total_minor
                union all
                select 'purchase ' || g.number || ': posted ' || c.posted || ', frozen '
                         || coalesce(f.taken, 0)
                  from journal_entry e
                  join payment_transaction t
                    on e.source_type = 'payment-transaction' and t.id::text = e.source_id
                  join order_group g on g.id = t.order_group_id
                  left join purchase f on f.order_group_id = g.id
                  cross join lateral (
                    select coalesce(sum(p.amount_minor), 0) as posted
                      from posting p where p.entry_id = e.id and p.side = 'C'
                  ) as c
                 where e.template = 'capture' and c.posted <> coalesce(f.taken, 0)
              ) as found
              """),
          Invariant.of(
              "I4",
              "No more is captured than was intended, and no more shipped than was ordered",
              "select (select count(*) from payment) + (select count(*) from order_line)",
              """
              select words from (
                select 'payment ' || p.id || ' of ' || p.amount_minor || ' captured '
                         || sum(t.amount_minor) as words
                  from payment p join payment_transaction t on t.payment_id = p.id
                 where t.kind in ('CHARGE', 'CAPTURE') and t.status = 'SUCCEEDED' and not t.surplus
                 group by p.id, p.amount_minor having sum(t.amount_minor) > p.amount_minor
                union all
                select 'purchase ' || g.number || ' is ' || g.status || ', held are '
                         || h.booked || ' of ' || h.held
                  from order_group g
                  left join (
                    select p.order_group_id, sum(case p.side when 'D' then p.amount_minor
                                                             else -p.amount_minor end) as minor
                      from posting p join ledger_account a on a.id = p.account_id
                     where a.address = 'auth_hold'
                       and p.order_group_id in (select order_group_id from authorisation)
                     group by p.order_group_id) as b on b.order_group_id = g.id
                  cross join lateral (
                    select coalesce(b.minor, 0) as booked,
                           (select coalesce(sum(t.amount_minor), 0)
                              from authorisation h
                              join payment_transaction t on t.id = h.transaction_id
                             where h.order_group_id = g.id
                               and h.state in ('HELD', 'CAPTURING')) as held) as h
                 where g.id in (select order_group_id from authorisation)
                   and (h.booked <> h.held or (g.status = 'AUTHORISED') <> (h.held > 0))
                union all
                select 'purchase ' || g.number || ': its gateway did not let ' || t.amount_minor
                         || ' go, and gave nothing back'
                  from payment_transaction t join order_group g on g.id = t.order_group_id
                 where t.kind = 'VOID' and t.status = 'FAILED'
                   and not exists (select from payment_transaction c
                                    where c.payment_id = t.payment_id and c.kind = 'CAPTURE'
                                      and c.status = 'SUCCEEDED' and c.surplus)
                union all
                select 'vendor order ' || o.number || ' is ' || o.status
                         || ' and its money was not taken'
                  from vendor_order o join order_group g on g.id = o.order_group_id
                 where o.untaken and o.status not in ('CANCELLED', 'REFUSED')
                    or g.paid_at is null and o.shipped_at is not null
                       and not exists (select from authorisation h where h.order_group_id = g.id
                                          and h.moment = 'COLLECTION' and h.state <> 'ASKED')
                union all
                select 'purchase ' || g.number || ': ' || t.amount_minor
                         || ' were paid at the door, the vendor was charged ' || c.charged
                  from payment_transaction t join order_group g on g.id = t.order_group_id
                  cross join lateral (
                    select coalesce(sum(p.amount_minor), 0) as charged
                      from journal_entry e join posting p on p.entry_id = e.id and p.side = 'D'
                     where e.source_type = 'payment-transaction' and e.source_id = t.id::text
                       and e.template = 'cash-kept') as c
                 where t.gateway = 'cash' and t.kind = 'CAPTURE' and t.status = 'SUCCEEDED'
                   and c.charged <> t.amount_minor
                union all
                select 'line ' || l.id || ' of ' || l.quantity || ' has ' || l.shipped_quantity
                         || ' shipped, its parcels hold ' || s.shipped
                  from order_line l
                  cross join lateral (
                    select coalesce(sum(h.quantity), 0) as shipped
                      from shipment_line h where h.order_line_id = l.id
                  ) as s
                 where s.shipped > l.shipped_quantity or s.shipped > l.quantity
                    or s.shipped < l.shipped_quantity and l.kind = 'GOODS'
                union all
                select 'vendor order ' || o.number || ' is ' || o.status || ' and line ' || l.id
                         || ' is not wholly shipped'
                  from vendor_order o join order_line l on l.vendor_order_id = o.id
                 where o.status in ('SHIPPED', 'DELIVERED')
                   and l.shipped_quantity + l.cancelled_quantity < l.quantity
              ) as found
              """),
          Invariant.of(
              "I9",
              "A purchase is the sum of its vendor orders and lines, and its payment is divided over"
                  + " them exactly",
              "select (select count(*) from order_group) + (select count(*) from vendor_order)",
              """
              select words from (
                select 'purchase ' || g.number || ' of ' || g.total_minor || ' has parts of '
                         || coalesce(s.parts, 0) || ', a fee of ' || g.buyer_fee_minor
                         || ', contributions of ' || g.contribution_minor
                         || ' and a gift card of ' || coalesce(c.amount_minor, 0) as words
                  from order_group g left join gift_card_sale c on c.order_group_id = g.id
                  left join (select order_group_id, sum(total_minor) as parts
                               from vendor_order group by order_group_id) as s
                    on s.order_group_id = g.id
                 where g.total_minor
                       <> coalesce(s.parts, 0) + g.buyer_fee_minor + g.contribution_minor
                          + coalesce(c.amount_minor, 0)
                union all
                select 'vendor order ' || o.number || ' has items of '
                         || (o.items_minor - o.discount_minor) || ', its lines are '
                         || coalesce(s.lines, 0)
                  from vendor_order o
                  left join (select vendor_order_id, sum(total_minor) as lines
                               from order_line group by vendor_order_id) as s
                    on s.vendor_order_id = o.id
                 where o.items_minor - o.discount_minor <> coalesce(s.lines, 0)
                union all
                select 'payment ' || p.id || ' of ' || p.amount_minor || ' is divided into '
                         || coalesce(sum(d.amount_minor), 0)
                  from payment p left join payment_split d on d.payment_id = p.id
                 group by p.id, p.amount_minor having p.amount_minor <> coalesce(sum(d.amount_minor), 0)
                union all
                select 'vendor order ' || o.number || ' of ' || o.total_minor || ' is paid '
                         || coalesce(s.paid, 0)
                  from vendor_order o join order_group g on g.id = o.order_group_id
                  left join (
                    select d.vendor_order_id, sum(d.amount_minor) as paid
                      from payment_split d
                     where d.payment_id in (select t.payment_id from payment_transaction t
                                             where t.kind in ('CHARGE', 'CAPTURE')
                                               and t.status = 'SUCCEEDED' and not t.surplus)
                     group by d.vendor_order_id
                  ) as s on s.vendor_order_id = o.id
                 where g.paid_at is not null and not o.untaken
                   and coalesce(s.paid, 0) <> o.total_minor
                union all
                select 'payment ' || d.payment_id || ' gives ' || d.amount_minor || ' to '
                         || o.number || ' of ' || o.total_minor
                  from payment_split d join vendor_order o on o.id = d.vendor_order_id
                 where d.amount_minor > o.total_minor
              ) as found
              """),
          Invariant.of(
              "I10",
              "Tax owed to a jurisdiction is the tax of paid sales, less what went back or was"
                  + " remitted",
              "select count(*) from allocation_line where kind = 'TAX'",
              """
              select coalesce(owed.jurisdiction, sold.jurisdiction) || ': owed '
                       || coalesce(owed.minor, 0) || ', sold ' || coalesce(sold.minor, 0) || ' '
                       || coalesce(owed.currency, sold.currency)
                from (select split_part(a.address, ':', 2) as jurisdiction, p.currency,
                             sum(case p.side when 'C' then p.amount_minor
                                      else -p.amount_minor end) as minor
                        from posting p
                        join ledger_account a on a.id = p.account_id
                        join journal_entry e on e.id = p.entry_id and e.template <> 'tax-remitted'
                       where a.address like 'tax\\_payable:%'
                       group by 1, 2) as owed
                full join (select split_part(l.party, ':', 2) as jurisdiction, l.currency,
                                  sum(l.amount_minor - coalesce(gone.minor, 0)) as minor
                             from allocation_line l
                             join order_group g on g.id = l.order_group_id
                             left join lateral (
                               select sum(b.amount_minor) as minor
                                 from refund_leg b join refund r on r.id = b.refund_id
                                where b.allocation_line_id = l.id and r.status <> 'FAILED'
                                  and not (r.cause = 'CHARGEBACK' and r.status = 'PENDING'))
                               as gone on true
                            where l.kind = 'TAX' and g.paid_at is not null and l.amount_minor > 0
                              and not exists (select from vendor_order o
                                               where o.id = l.vendor_order_id and o.untaken)
                            group by 1, 2) as sold
                  on sold.jurisdiction = owed.jurisdiction and sold.currency = owed.currency
               where coalesce(owed.minor, 0) <> coalesce(sold.minor, 0)
              """));

  private OrderInvariants() {}
}
