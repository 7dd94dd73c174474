-- Money that a gateway holds and that is taken later: when everything is accepted, or before the
-- first parcel leaves.

-- When a purchase's vendors could begin: its money was taken, or at least is held.
alter table order_group add column begun_at timestamptz;
update order_group set begun_at = paid_at where paid_at is not null;
alter table order_group add constraint order_group_begun check (paid_at is null or begun_at is not null);
alter table order_group drop constraint order_group_status_check;
alter table order_group add constraint order_group_status_check check (status in (
  'AWAITING_PAYMENT', 'AUTHORISED', 'PAID', 'PARTLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'CLOSED',
  'PAYMENT_FAILED', 'EXPIRED', 'CANCELLED'));

-- A part that ended before its money was taken: nothing of it was ever captured.
alter table vendor_order add column untaken boolean not null default false;

create table authorisation (
  transaction_id uuid primary key references payment_transaction,
  order_group_id uuid not null references order_group,
  moment         text not null check (moment in ('ACCEPTANCE', 'SHIPMENT')),
  state          text not null check (state in ('ASKED', 'HELD', 'CAPTURING', 'CAPTURED', 'ENDED')),
  held_until     timestamptz,
  capture_id     uuid unique references payment_transaction,
  check (state in ('ASKED', 'ENDED') or held_until is not null),
  check (state not in ('CAPTURING', 'CAPTURED') or capture_id is not null)
);
create unique index authorisation_live on authorisation (order_group_id)
  where state in ('HELD', 'CAPTURING');
create index authorisation_due on authorisation (held_until) where state = 'HELD';

-- When money is taken: of everybody, and of vendors with a moment of their own.
create table capture_terms (
  vendor_id  uuid unique references vendor,
  moment     text not null check (moment in ('CHECKOUT', 'ACCEPTANCE', 'SHIPMENT')),
  changed_at timestamptz
);
create unique index capture_terms_usual on capture_terms ((true)) where vendor_id is null;
insert into capture_terms (vendor_id, moment) values (null, 'CHECKOUT');
