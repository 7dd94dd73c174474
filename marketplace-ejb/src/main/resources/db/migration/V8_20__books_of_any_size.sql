-- The books are checked as quickly whatever their size: everything an equation asks of a purchase,
-- of a line's parcels and of payouts under way is found through an index.
create index posting_order_group on posting (order_group_id) where order_group_id is not null;
create index shipment_line_order_line on shipment_line (order_line_id);
create index authorisation_order_group on authorisation (order_group_id);
create index payout_under_way on payout (id)
  where status in ('OPEN', 'CLAIMED', 'SENT', 'IN_TRANSIT', 'FAILED');
create index payout_settled on payout (settled_at) where settled_at is not null;
