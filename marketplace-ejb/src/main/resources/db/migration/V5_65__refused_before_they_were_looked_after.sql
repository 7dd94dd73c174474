-- What gateways refused before anybody could decide about it here was settled by hand: nobody is
-- asked to decide about it once more.
insert into refused_refund (transaction_id, outcome, next_id, attempt, note, decided_by, decided_at)
select t.id, 'CLOSED', null, 1, 'settled before refused refunds were looked after', 'system', now()
  from payment_transaction t
 where t.kind = 'REFUND' and t.status = 'FAILED'
   and coalesce(t.settled_at, t.created_at)
       < (select h.installed_on from flyway_schema_history h where h.version = '5.20')
on conflict do nothing;
