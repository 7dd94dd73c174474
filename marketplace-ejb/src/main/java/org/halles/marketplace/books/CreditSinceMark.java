package org.halles.marketplace.books;

/** The invariant about store credit, as it is checked when everything up to a mark was right. */
final class CreditSinceMark {

  /**
   * What is owed is taken from stored balances, which I2 vouches for; what is left is read from the
   * index of credits that have something left. Only what moved and what was ordered since is looked
   * at one by one.
   */
  static final Invariant OWED =
      Invariant.of(
          "I21",
          "Store credit owed is what is left on gift cards and accounts, with what purchases"
              + " under way hold; and what is left is the sum of what moved",
          "select count(distinct credit_id) from store_credit_movement where at >= :since",
          """
          select words from (
            with moved as materialized (
              select distinct credit_id as id from store_credit_movement where at >= :since
            ), bought as materialized (
              select id, number, status, paid_at from order_group where placed_at >= :since
              union
              select g.id, g.number, g.status, g.paid_at
                from store_credit_movement m join order_group g on g.id = m.order_group_id
               where m.at >= :since
            ), owed as (
              select a.currency,
                     coalesce(b.credit_minor - b.debit_minor, 0) + s.since as minor
                from ledger_account a
                left join balance b on b.account_id = a.id
                cross join lateral (
                  select coalesce(sum(case p.side when 'C' then p.amount_minor
                                                  else -p.amount_minor end), 0) as since
                    from posting p
                   where p.account_id = a.id and p.tx >= coalesce(b.below_tx, '0'::xid8)
                ) as s
               where a.address = 'store_credit'
            ), remaining as (
              select currency, sum(minor) as minor from (
                select currency, balance_minor as minor from store_credit where balance_minor > 0
                union all
                select currency, amount_minor from order_credit where status = 'HELD'
              ) as both_kinds group by currency
            )
            select 'owed ' || coalesce(o.minor, 0) || ', left and held ' || coalesce(l.minor, 0)
                     || ' ' || coalesce(o.currency, l.currency) as words
              from owed o full join remaining l on l.currency = o.currency
             where coalesce(o.minor, 0) <> coalesce(l.minor, 0)
            union all
            select 'credit ' || c.id || ' has ' || c.balance_minor || ', it moved '
                     || coalesce(sum(m.amount_minor), 0)
              from moved join store_credit c on c.id = moved.id
              left join store_credit_movement m on m.credit_id = c.id
             group by c.id, c.balance_minor
            having c.balance_minor <> coalesce(sum(m.amount_minor), 0)
            union all
            select 'purchase ' || g.number || ' is ' || g.status || ', its credit is ' || k.status
              from bought g join order_credit k on k.order_group_id = g.id
             where k.status <> case when g.paid_at is not null then 'SPENT'
                                    when g.status = 'AWAITING_PAYMENT' then 'HELD'
                                    else 'RELEASED' end
            union all
            select 'purchase ' || g.number || ' of a gift card of ' || s.amount_minor || ' is '
                     || g.status || ', its card was given ' || m.minor
              from bought g join gift_card_sale s on s.order_group_id = g.id
              cross join lateral (
                select coalesce(sum(amount_minor), 0) as minor from store_credit_movement
                 where credit_id = s.credit_id and kind = 'ISSUED' and order_group_id = g.id) as m
             where m.minor <> case when g.paid_at is not null then s.amount_minor else 0 end
          ) as found
          """);

  private CreditSinceMark() {}
}
