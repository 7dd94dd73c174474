-- Who bears what gateways keep: so much of an estimate is the vendors'. A version never changes; an
-- order keeps the one it was placed under, and what was taken for it.
create table gateway_fee_terms (
  version    int primary key,
  terms      jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create trigger gateway_fee_terms_append_only before update or delete or truncate on gateway_fee_terms
  for each statement execute function refuse_change();

alter table order_group add column gateway_fee_version int;

-- What a vendor bore of the gateway's fee for one order, taken when the buyer paid.
create table vendor_gateway_fee (
  vendor_order_id uuid primary key references vendor_order,
  order_group_id  uuid not null references order_group,
  amount_minor    bigint not null check (amount_minor > 0),
  currency        char(3) not null
);
create index vendor_gateway_fee_group on vendor_gateway_fee (order_group_id);
create trigger vendor_gateway_fee_append_only before update or delete or truncate on vendor_gateway_fee
  for each statement execute function refuse_change();

-- What of it a vendor got back with a refund: gateways keep it, so usually nothing.
alter table give_back_policy
  add column gateway_fee_kept int not null default 10000 check (gateway_fee_kept between 0 and 10000);
create table refund_fee_back (
  refund_id       uuid not null references refund,
  vendor_order_id uuid not null references vendor_order,
  taken_minor     bigint not null check (taken_minor > 0), -- of the vendor's share
  weight          numeric(38) not null check (weight >= 0),
  back_minor      bigint not null check (back_minor >= 0),
  primary key (refund_id, vendor_order_id)
);
create index refund_fee_back_part on refund_fee_back (vendor_order_id);
create trigger refund_fee_back_append_only before update or delete or truncate on refund_fee_back
  for each statement execute function refuse_change();
