-- What the operator lets vendors do with paid orders.
create table order_policy (
  id           int primary key check (id = 1),
  accept_hours int check (accept_hours between 1 and 240), -- null: orders need no acceptance
  changed_at   timestamptz
);
insert into order_policy (id) values (1);

-- Until when the vendor may refuse; nothing said by then counts as accepted.
alter table vendor_order add column accept_by timestamptz;
create index vendor_order_to_accept on vendor_order (accept_by) where status = 'TO_ACCEPT';
