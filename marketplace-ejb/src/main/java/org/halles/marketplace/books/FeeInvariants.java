package org.halles.marketplace.books;

import java.util.List;

/** What must hold of gateways' fees that vendors bear. */
final class FeeInvariants {

  static final List<Invariant> ALL =
      List.of(
          Invariant.of(
              "I22",
              "What vendors bore of gateways' fees is what was posted, waits only until the gateway"
                  + " says what it kept, and went back as refunds say",
              "select count(*) from vendor_gateway_fee",
              """
              select words from (
                select 'order ' || f.vendor_order_id || ' bore ' || f.amount_minor || ', posted '
                         || coalesce(b.minor, 0) as words
                  from vendor_gateway_fee f
                  left join lateral (
                    select sum(p.amount_minor) as minor
                      from payment_transaction t
                      join journal_entry e on e.source_type = 'payment-transaction'
                       and e.source_id = t.id::text and e.template = 'gateway-fee-borne'
                      join posting p on p.entry_id = e.id and p.side = 'C'
                       and p.vendor_order_id = f.vendor_order_id
                      join ledger_account a on a.id = p.account_id
                       and a.address = 'psp_fee_accrual'
                     where t.order_group_id = f.order_group_id and t.kind in ('CHARGE', 'CAPTURE')) as b on true
                 where f.order_group_id in (select id from order_group)
                   and f.amount_minor <> coalesce(b.minor, 0)
                union all
                select 'charge ' || t.id || ' has ' || s.accrued || ' waiting for its fee, vendors'
                         || ' bore ' || coalesce(v.minor, 0)
                         || case when s.told then ' and the gateway has said' else '' end
                  from payment_transaction t
                  join journal_entry x on x.source_type = 'payment-transaction'
                   and x.source_id = t.id::text and x.template = 'gateway-fee-borne'
                  cross join lateral (
                    select coalesce(sum(case p.side when 'C' then p.amount_minor
                                             else -p.amount_minor end), 0) as accrued,
                           exists (select from journal_entry f
                                    where f.source_type = 'payment-transaction'
                                      and f.source_id = t.id::text
                                      and f.template in ('gateway-fee', 'gateway-fee-correction'))
                             as told
                      from journal_entry e
                      join posting p on p.entry_id = e.id
                      join ledger_account a on a.id = p.account_id
                       and a.address = 'psp_fee_accrual'
                     where e.source_type = 'payment-transaction' and e.source_id = t.id::text) as s
                  left join lateral (
                    select sum(f.amount_minor) as minor from vendor_gateway_fee f
                     where f.order_group_id = t.order_group_id) as v on true
                 where t.kind in ('CHARGE', 'CAPTURE')
                   and s.accrued <> case when s.told then 0 else coalesce(v.minor, 0) end
                union all
                select 'refund ' || r.id || ' gives ' || k.back
                         || ' of the gateway''s fee back, posted ' || p.posted
                  from refund r
                  cross join lateral (
                    select coalesce(sum(b.back_minor), 0) as back from refund_fee_back b
                     where b.refund_id = r.id) as k
                  cross join lateral (
                    select coalesce(sum(p.amount_minor), 0) as posted
                      from journal_entry e
                      join posting p on p.entry_id = e.id and p.side = 'D'
                      join ledger_account a on a.id = p.account_id
                       and a.address = 'psp_fee_expense'
                     where e.template = 'refund'
                       and e.source_type in ('payment-transaction', 'refund')
                       and e.source_id = coalesce(r.transaction_id, r.id)::text) as p
                 where k.back <> p.posted
              ) as found
              """));

  private FeeInvariants() {}
}
