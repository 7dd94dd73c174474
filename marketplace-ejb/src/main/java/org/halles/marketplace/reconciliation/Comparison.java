package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/**
 * Holds the lines of a gateway's journal against what we posted on its clearing account, key by
 * key, in one statement. Keys of a span are those the gateway reports in it and those that
 * succeeded here in it; each is then looked at whole, whenever its other side happened.
 */
@ApplicationScoped
class Comparison {

  /** More than anybody reads; the count goes on. */
  static final int MOST = 1000;

  /**
   * Parameters: gateway and span four times, then the gateway, twice the span's end with the
   * gateway, and the gateway twice. What was settled after the end was under way when the journal
   * was read, and may not stand in it.
   */
  private static final String KEYS =
      """
      with wanted as materialized (
        select idempotency_key as key from gateway_line where gateway = ? and at >= ? and at < ?
        union
        select id::text from payment_transaction
         where gateway = ? and created_at >= ? and created_at < ? and status = 'SUCCEEDED'
           and kind not in ('AUTHORISE', 'VOID') -- what was only held did not move
           and kept_of is null -- its gateway has one line for the whole
        union
        select attempt::text from payout
         where gateway = ? and created_at >= ? and created_at < ? and status in ('PAID', 'RETURNED')
        union
        select id::text from uncovered_chargeback
         where gateway = ? and booked_at >= ? and booked_at < ? and turned_round_at is null
      ), there as (
        select w.key, min(l.reference) as reference, min(l.kind) as kind, min(l.at) as at,
               min(l.currency) as currency,
               count(*) filter (where l.status = 'succeeded' and s.sign <> 0) as moved,
               case when bool_or(l.status = 'succeeded') then 'succeeded' else min(l.status) end
                 as state,
               coalesce(sum(s.sign * l.amount_minor) filter (where l.status = 'succeeded'), 0)
                 as minor,
               coalesce(sum(l.fee_minor) filter (where l.status = 'succeeded'), 0) as fee
          from wanted w
          left join gateway_line l on l.gateway = ? and l.idempotency_key = w.key
          left join lateral (
            select case when l.kind in ('charge', 'capture', 'reversal', 'chargeback-reversal') then 1
                        when l.kind in ('authorise', 'void') then 0 else -1 end as sign
          ) as s on true
         group by w.key
      ), here as (
        select w.key, 'payment-transaction' as source, t.id as source_id,
               case when coalesce(k.settled_at, t.settled_at) >= ? then 'PENDING'
                    else coalesce(k.status, t.status) end as state, t.created_at, t.currency,
               g.number as about, t.kind, k.id as kept
          from wanted w
          join payment_transaction t on t.gateway = ? and t.id = case
               when w.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then w.key::uuid end
          join order_group g on g.id = t.order_group_id
          left join payment_transaction k on k.kept_of = t.id and k.status <> 'FAILED'
        union all
        select w.key, 'payout', o.id,
               case when o.settled_at >= ? then 'IN_TRANSIT' else o.status end,
               o.created_at, o.currency, o.number, 'PAYOUT', null
          from wanted w
          join payout o on o.gateway = ? and o.attempt = case
               when w.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then w.key::uuid end
        union all
        select w.key, 'chargeback-loss', u.id,
               case when u.turned_round_at is null then 'SUCCEEDED' else 'FAILED' end,
               u.at, u.currency, g.number, 'CHARGEBACK', null
          from wanted w
          join uncovered_chargeback u on u.gateway = ? and u.booked_at is not null and u.id = case
               when w.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then w.key::uuid end
          join order_group g on g.id = u.order_group_id
         where not exists (select from payment_transaction t where t.id = u.id)
      ), both_sides as (
        select t.key, t.reference, h.source, h.source_id, h.about, t.kind as there_kind,
               t.state as there_state, h.state as here_state, t.moved, t.minor as there_minor,
               t.fee as there_fee, coalesce(b.minor, 0) as here_minor, coalesce(b.fee, 0) as here_fee,
               coalesce(t.currency, h.currency) as currency, coalesce(t.at, h.created_at) as at
          from there t
          left join here h on h.key = t.key
          left join lateral (
            select sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end)
                     filter (where not e.is_fee) as minor,
                   sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end)
                     filter (where e.is_fee) as fee
              -- from the account's side, each key would walk over all that was ever posted there
              from (select j.id,
                           j.template like 'gateway-fee%' or j.source_type = 'chargeback-fee' as is_fee
                      from journal_entry j
                     where j.source_type = any(
                             array[h.source, 'chargeback-fee', 'chargeback-loss',
                                   'chargeback-loss-part']
                             || array(select 'chargeback-loss-part-' || part
                                        from uncovered_chargeback u,
                                             generate_series(2, u.parts) as part
                                       where u.id = h.source_id))
                       and j.source_id in (h.source_id::text, h.kept::text)
                       and j.template <> 'payout-returned'
                    offset 0) as e
              cross join lateral (
                select account_id, side, amount_minor from posting where entry_id = e.id offset 0
              ) as p
              join ledger_account a on a.id = p.account_id and a.address = 'psp_clearing:' || ?
          ) as b on true
      )
      """;

  private static final String DIFFERS =
      """
      case when here_state is null then moved > 0
           when here_state in ('SUCCEEDED', 'PAID', 'RETURNED')
             then there_state is null or moved > 1 or there_minor - there_fee <> here_minor - here_fee
           when here_state in ('FAILED', 'CANCELLED') then moved > 0
           else there_state in ('succeeded', 'failed')
      end
      """;

  /**
   * What a comparison came to.
   *
   * @param compared how many keys
   * @param open how many of them are still under way here
   */
  record Outcome(long compared, long open, List<Discrepancy> differences) {}

  private Database database;

  protected Comparison() {}

  @Inject
  Comparison(Database database) {
    this.database = database;
  }

  /** Compares a span of time. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Outcome of(String gateway, Instant from, Instant to) {
    Object[] parameters = {
      gateway, from, to, gateway, from, to, gateway, from, to, gateway, from, to, gateway, to,
      gateway, to, gateway, gateway, gateway
    };
    Outcome counted =
        database
            .findPatiently(
                KEYS
                    + """
                    select count(*) as compared, count(*) filter (where here_state not in
                             ('SUCCEEDED', 'PAID', 'RETURNED', 'FAILED', 'CANCELLED')) as open
                      from both_sides
                    """,
                row -> new Outcome(row.whole("compared"), row.whole("open"), List.of()),
                parameters)
            .orElseThrow();
    List<Discrepancy> differences =
        database.listPatiently(
            KEYS + "select * from both_sides where " + DIFFERS + " order by at, key limit " + MOST,
            Discrepancy::read,
            parameters);
    return new Outcome(counted.compared(), counted.open(), differences);
  }
}
