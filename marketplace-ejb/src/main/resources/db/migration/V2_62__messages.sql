-- What buyer, vendor and operator write each other about one vendor's part of a purchase.
create table order_thread (
  vendor_order_id  uuid primary key references vendor_order,
  order_group_id   uuid not null references order_group,
  vendor_id        uuid not null references vendor,
  last_at          timestamptz not null,
  last_author      text not null check (last_author in ('BUYER', 'VENDOR', 'OPERATOR')),
  last_body        text not null,
  unread_by_vendor int not null default 0 check (unread_by_vendor >= 0),
  unread_by_buyer  int not null default 0 check (unread_by_buyer >= 0)
);
create index order_thread_vendor on order_thread (vendor_id, last_at desc, vendor_order_id desc);
create index order_thread_unread on order_thread (vendor_id) where unread_by_vendor > 0;
create index order_thread_group on order_thread (order_group_id);

create table order_message (
  id              uuid primary key,
  vendor_order_id uuid not null references order_thread,
  author          text not null check (author in ('BUYER', 'VENDOR', 'OPERATOR')),
  author_id       uuid,                   -- the account; null for a guest
  body            text not null check (length(body) between 1 and 4000),
  at              timestamptz not null
);
create index order_message_thread on order_message (vendor_order_id, at, id);
