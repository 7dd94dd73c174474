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
                         || s.claimed as words
                  from payout o
                  cross join lateral (
                    select coalesce(sum(case p.side when 'C' then p.amount_minor
                                                    else -p.amount_minor end), 0) as claimed
                      from payout_claim c join posting p on p.id = c.posting_id
                     where c.payout_id = o.id
                  ) as s
                 where o.status <> 'CANCELLED' and s.claimed <> o.amount_minor
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
                select 'payout ' || o.number || ' is ' || o.status || ' and has ' || t.transit
                         || ' in transit'
                  from payout o
                  cross join lateral (
                    select coalesce(sum(case p.side when 'C' then p.amount_minor
                                                    else -p.amount_minor end), 0) as transit
                      from ledger_account a join posting p on p.account_id = a.id
                     where a.address = 'payout_in_transit:' || o.id
                  ) as t
                 where t.transit <> case when o.status in ('CLAIMED', 'SENT', 'IN_TRANSIT', 'FAILED')
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
              select 'purchase ' || g.number || ' is ' || g.status || ' with ' || s.captured
                       || ' captures and ' || s.open || ' charges under way'
                from order_group g
                cross join lateral (
                  select (select count(*) from journal_entry e
                           join payment_transaction t
                             on e.source_type = 'payment-transaction' and e.source_id = t.id::text
                          where t.order_group_id = g.id and e.template = 'capture') as captured,
                         (select count(*) from payment_transaction t
                           where t.order_group_id = g.id and t.kind in ('CHARGE', 'AUTHORISE')
                             and t.status not in ('SUCCEEDED', 'FAILED')) as open,
                         (select coalesce(sum(o.total_minor), 0) from vendor_order o
                           where o.order_group_id = g.id and o.untaken) as untaken
                ) as s
               where (g.paid_at is not null and g.total_minor > s.untaken) <> (s.captured = 1)
                  or (g.status = 'AWAITING_PAYMENT' and s.open = 0)
                  or (g.status in ('PAYMENT_FAILED', 'EXPIRED') and s.captured > 0)
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
