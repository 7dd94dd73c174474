-- Figures of a period read what is in it and nothing else.
create index order_group_paid on order_group (placed_at) where paid_at is not null;
create index payment_transaction_charges on payment_transaction (created_at) where kind = 'CHARGE';
