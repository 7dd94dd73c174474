-- How long vendors' money waits after delivery, and what is kept back of it for a while.
create table hold_terms (
  vendor_id            uuid unique references vendor, -- null: every vendor without terms of its own
  days                 int not null check (days between 0 and 90),
  longest_days         int check (longest_days between 1 and 365), -- null: waits for the delivery
  reserve_basis_points int not null check (reserve_basis_points between 0 and 5000),
  reserve_days         int not null check (reserve_days between 0 and 365),
  changed_at           timestamptz,
  check (reserve_basis_points = 0 or reserve_days > 0)
);
create unique index hold_terms_usual on hold_terms ((true)) where vendor_id is null;
insert into hold_terms (vendor_id, days, longest_days, reserve_basis_points, reserve_days)
values (null, 0, 60, 0, 0);

-- A vendor's part of a purchase whose money waits for a day that is known, with the terms of then.
create table money_hold (
  vendor_order_id      uuid primary key references vendor_order,
  order_group_id       uuid not null references order_group,
  vendor_id            uuid not null references vendor,
  release_at           timestamptz not null,
  delivered            boolean not null,
  reserve_basis_points int not null,
  reserve_days         int not null,
  released_at          timestamptz
);
create index money_hold_due on money_hold (release_at) where released_at is null;
create index money_hold_vendor on money_hold (vendor_id, release_at, vendor_order_id)
  where released_at is null;

-- What was kept back when such a part was released, until its own day.
create table money_reserve (
  vendor_order_id uuid primary key references vendor_order,
  order_group_id  uuid not null references order_group,
  vendor_id       uuid not null references vendor,
  amount_minor    bigint not null check (amount_minor > 0),
  currency        char(3) not null,
  release_at      timestamptz not null,
  released_at     timestamptz,
  released_minor  bigint check (released_minor between 0 and amount_minor)
);
create index money_reserve_due on money_reserve (release_at) where released_at is null;
create index money_reserve_vendor on money_reserve (vendor_id, release_at, vendor_order_id)
  where released_at is null;
