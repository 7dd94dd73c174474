-- Money given back. Every refund selects from the frozen split, leg by leg.
alter table order_line
  add column refunded_quantity int not null default 0,
  add column cancelled_quantity int not null default 0,
  add constraint order_line_refunded check (refunded_quantity between 0 and quantity),
  add constraint order_line_cancelled
    check (cancelled_quantity >= 0 and shipped_quantity + cancelled_quantity <= quantity);

create table refund (
  id              uuid primary key,
  order_group_id  uuid not null references order_group,
  vendor_order_id uuid references vendor_order, -- null where it is about several parts
  transaction_id  uuid not null unique references payment_transaction,
  cause           text not null check (cause in ('REFUND', 'REFUSAL', 'CANCELLATION')),
  status          text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
  amount_minor    bigint not null check (amount_minor > 0),
  currency        char(3) not null,
  reason          text not null,
  requested_by    uuid,                        -- the account; null for the platform itself
  created_at      timestamptz not null,
  settled_at      timestamptz
);
create index refund_order_group on refund (order_group_id, created_at);
create index refund_vendor_order on refund (vendor_order_id, created_at);
create index refund_failed on refund (created_at) where status = 'FAILED';

create table refund_line (
  refund_id     uuid not null references refund,
  order_line_id uuid not null references order_line,
  quantity      int not null check (quantity > 0),
  primary key (refund_id, order_line_id)
);

create table refund_leg (
  refund_id          uuid not null references refund,
  allocation_line_id bigint not null references allocation_line,
  amount_minor       bigint not null check (amount_minor > 0),
  primary key (refund_id, allocation_line_id)
);
create index refund_leg_allocation on refund_leg (allocation_line_id);
create trigger refund_leg_append_only before update or delete or truncate on refund_leg
  for each statement execute function refuse_change();
