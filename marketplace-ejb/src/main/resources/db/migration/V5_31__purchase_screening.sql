-- What checks of purchases thought when an order was opened, and what an operator decided about it.
create table order_screening (
  order_group_id uuid primary key references order_group,
  score          int not null check (score between 0 and 100),
  state          text not null check (state in ('CLEAR', 'HELD', 'RELEASED', 'CANCELLED')),
  findings       jsonb not null,
  decided_at     timestamptz,
  decided_by     text,
  reason         text,
  check ((state in ('RELEASED', 'CANCELLED')) = (decided_at is not null))
);
create index order_screening_held on order_screening (order_group_id) where state = 'HELD';

alter table vendor_order drop constraint vendor_order_status_check;
alter table vendor_order add constraint vendor_order_status_check check (status in (
  'AWAITING_PAYMENT', 'IN_REVIEW', 'TO_ACCEPT', 'TO_SHIP', 'PARTLY_SHIPPED', 'SHIPPED', 'DELIVERED',
  'CLOSED', 'REFUSED', 'CANCELLED'));

-- What a buyer bought before is asked only where a check of purchases is installed.
create index order_group_email on order_group (lower(email), placed_at desc);
