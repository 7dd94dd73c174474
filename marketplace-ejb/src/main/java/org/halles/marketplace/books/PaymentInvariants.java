package org.halles.marketplace.books;

import java.util.List;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.GatewayGrid;

/** What must hold of payments, keys and states; and what cannot be wrong yet. */
final class PaymentInvariants {

  static final List<Invariant> ALL =
      List.of(
          Invariant.of(
              "I6",
              "No payment gives back more than it took, what banks took back included",
              "select count(*) from payment",
              """
              select 'payment ' || t.payment_id || ' took ' || coalesce(sum(t.amount_minor)
                       filter (where t.kind in ('CHARGE', 'CAPTURE') and t.status = 'SUCCEEDED'), 0)
                       || ' and gives back ' || sum(t.amount_minor) filter (where t.kind in ('REFUND', 'CHARGEBACK'))
                from payment_transaction t
               group by t.payment_id
              having coalesce(sum(t.amount_minor)
                       filter (where t.kind in ('REFUND', 'CHARGEBACK') and t.status <> 'FAILED'), 0)
                   > coalesce(sum(t.amount_minor)
                       filter (where t.kind in ('CHARGE', 'CAPTURE') and t.status = 'SUCCEEDED'), 0)
              """),
          Invariant.of(
              "I12",
              "A payout is the sum of the postings it claims, and was booked as much",
              "select count(*) from payout",
              """
              select words from (
                select 'payout ' || o.number || ' of ' || o.amount_minor || ' claims '
                         || coalesce(s.claimed, 0) as words
                  from payout o
                  left join (
                    select c.payout_id, sum(case p.side when 'C' then p.amount_minor
                                                        else -p.amount_minor end) as claimed
                      from payout_claim c join posting p on p.id = c.posting_id
                     where c.payout_id in (select id from payout)
                     group by c.payout_id
                  ) as s on s.payout_id = o.id
                 where o.status <> 'CANCELLED' and coalesce(s.claimed, 0) <> o.amount_minor
                union all
                select 'payout ' || o.number || ' claims a posting of ' || a.address
                  from payout o
                  join payout_claim c on c.payout_id = o.id
                  join posting p on p.id = c.posting_id
                  join ledger_account a on a.id = p.account_id
                  join paid_party k on k.id = o.payee_id
                 where a.address <> k.account
                    or a.currency <> o.currency
                union all
                select 'payout ' || o.number || ' is ' || o.status || ' and has '
                         || coalesce(t.transit, 0) || ' in transit'
                  from payout o
                  left join (
                    select x.id, sum(case p.side when 'C' then p.amount_minor
                                                 else -p.amount_minor end) as transit
                      from payout x
                      join ledger_account a on a.address = 'payout_in_transit:' || x.id
                      join posting p on p.account_id = a.id
                     group by x.id
                  ) as t on t.id = o.id
                 where coalesce(t.transit, 0)
                       <> case when o.status in ('CLAIMED', 'SENT', 'IN_TRANSIT', 'FAILED')
                               then o.amount_minor else 0 end
              ) as found
              """),
          Invariant.of(
              "I14",
              "One key has one answer and one effect: one live order a cart, one charge an order",
              "select (select count(*) from idempotency) + (select count(*) from order_group)",
              """
              select words from (
                select 'key ' || scope || ' ' || key || ' is done without an answer' as words
                  from idempotency where state = 'DONE' and status is null
                union all
                select 'cart of ' || min(number) || ' has ' || count(*) || ' live orders'
                  from order_group
                 where status not in ('PAYMENT_FAILED', 'EXPIRED', 'CANCELLED')
                 group by cart_id having count(*) > 1
                union all
                select 'order group ' || t.order_group_id || ' was charged ' || count(*) || ' times'
                  from payment_transaction t
                 where t.kind in ('CHARGE', 'CAPTURE') and t.status = 'SUCCEEDED'
                   and not t.surplus
                   and t.gateway <> 'store-credit'
                 group by t.order_group_id having count(*) > 1
              ) as found
              """),
          Invariant.of(
              "I16",
              "The state of a purchase is what its payment transactions add up to",
              "select count(*) from order_group",
              """
              select 'purchase ' || s.number || ' is ' || s.status || ' with ' || s.captured
                       || ' captures and ' || s.open || ' charges under way'
                from (
                  select g.number, g.status, g.paid_at, g.total_minor,
                         coalesce(c.captured, 0) as captured, coalesce(t.open, 0) as open,
                         coalesce(o.untaken, 0) as untaken
                    from order_group g
                    left join (
                      select t.order_group_id, count(*) as captured
                        from payment_transaction t
                        join journal_entry e on e.source_type = 'payment-transaction'
                         and e.source_id = t.id::text and e.template = 'capture'
                       group by t.order_group_id) as c on c.order_group_id = g.id
                    left join (
                      select order_group_id, count(*) as open from payment_transaction
                       where kind in ('CHARGE', 'AUTHORISE') and status not in ('SUCCEEDED', 'FAILED')
                       group by order_group_id) as t on t.order_group_id = g.id
                    left join (
                      select order_group_id, sum(total_minor) as untaken from vendor_order
                       where untaken group by order_group_id) as o on o.order_group_id = g.id
                ) as s
               where (s.paid_at is not null and s.total_minor > s.untaken) <> (s.captured = 1)
                  or (s.status = 'AWAITING_PAYMENT' and s.open = 0)
                  or (s.status in ('PAYMENT_FAILED', 'EXPIRED') and s.captured > 0)
              """),
          Invariant.of(
              "I21",
              "Store credit owed is what is left on gift cards and accounts, with what purchases"
                  + " under way hold; and what is left is the sum of what moved",
              "select count(*) from store_credit",
              """
              select words from (
                select 'owed ' || coalesce(o.minor, 0) || ', left and held '
                         || coalesce(l.minor, 0) || ' ' || coalesce(o.currency, l.currency)
                         as words
                  from (select p.currency, sum(case p.side when 'C' then p.amount_minor
                                                    else -p.amount_minor end) as minor
                          from posting p join ledger_account a on a.id = p.account_id
                         where a.address = 'store_credit' group by p.currency) as o
                  full join (select currency, sum(minor) as minor from (
                               select currency, balance_minor as minor from store_credit
                               union all
                               select currency, amount_minor from order_credit
                                where status = 'HELD') as both_kinds group by currency) as l
                    on l.currency = o.currency
                 where coalesce(o.minor, 0) <> coalesce(l.minor, 0)
                union all
                select 'credit ' || c.id || ' has ' || c.balance_minor || ', it moved '
                         || coalesce(sum(m.amount_minor), 0)
                  from store_credit c left join store_credit_movement m on m.credit_id = c.id
                 group by c.id, c.balance_minor
                having c.balance_minor <> coalesce(sum(m.amount_minor), 0)
                union all
                select 'purchase ' || g.number || ' is ' || g.status || ', its credit is '
                         || k.status
                  from order_credit k join order_group g on g.id = k.order_group_id
                 where k.status <> case when g.paid_at is not null then 'SPENT'
                                        when g.status = 'AWAITING_PAYMENT' then 'HELD'
                                        else 'RELEASED' end
                union all
                select 'purchase ' || g.number || ' of a gift card of ' || s.amount_minor || ' is '
                         || g.status || ', its card was given ' || coalesce(m.minor, 0)
                  from gift_card_sale s join order_group g on g.id = s.order_group_id
                  left join (select order_group_id, sum(amount_minor) as minor
                               from store_credit_movement where kind = 'ISSUED'
                              group by order_group_id) as m on m.order_group_id = g.id
                 where coalesce(m.minor, 0)
                       <> case when g.paid_at is not null then s.amount_minor else 0 end
              ) as found
              """),
          Invariant.of(
              "I18",
              "Amounts obey the grid of their gateway",
              "select count(*) from payment_transaction",
              """
              select t.kind || ' ' || t.id || ' of ' || t.amount_minor || ' ' || t.currency
                       || ' went to ' || t.gateway || ', which takes multiples of ' || g.step
                from payment_transaction t
                join (values %s) as g (currency, step) on g.currency = t.currency
               where t.gateway = 'stripe' and t.status <> 'FAILED' and t.amount_minor %% g.step <> 0
              """
                  .formatted(steps())));

  private static String steps() {
    return GatewayGrid.STEPS.entrySet().stream()
        .map(one -> "('" + one.getKey() + "', " + one.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private PaymentInvariants() {}
}
