-- Of which refund a line of an order's story tells: a vendor reads only of those that took something
-- of its own part.
alter table order_event add column refund_id uuid references refund;

update order_event e set refund_id = r.id
  from refund r
 where r.order_group_id = e.order_group_id and e.vendor_order_id is null
   and case e.type
         when 'refunded' then r.created_at = e.at and r.cause <> 'CHARGEBACK'
         when 'charged-back' then r.created_at = e.at and r.cause = 'CHARGEBACK'
         when 'money-returned' then r.settled_at = e.at and r.status = 'SUCCEEDED'
         when 'return-failed' then r.settled_at = e.at and r.status = 'FAILED'
         else false end;
update order_event e set refund_id = s.refund_id
  from refund_tender s
  join payment_transaction t on t.id = s.transaction_id
 where e.refund_id is null and e.order_group_id = t.order_group_id and t.settled_at = e.at
   and e.vendor_order_id is null and e.type in ('money-returned', 'return-failed');
update order_event e set refund_id = d.id
  from dispute d
 where d.kind = 'CHARGEBACK' and d.order_group_id = e.order_group_id and d.decided_at = e.at
   and e.vendor_order_id is null and e.type = 'dispute-decided'
   and exists (select from refund r where r.id = d.id);
