-- The id is the capability: random, never derived.
create table cart (
  id           uuid primary key,
  currency     char(3) not null,
  account_id   uuid references account,
  language     char(2) not null default 'fr',
  email        text,
  name         text,
  line1        text,
  line2        text,
  postal_code  text,
  city         text,
  region       text,
  country      char(2),
  status       text not null default 'OPEN' check (status in ('OPEN', 'ORDERED')),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      int not null default 0
);
create index cart_account on cart (account_id) where account_id is not null and status = 'OPEN';
create index cart_age on cart (updated_at) where status = 'OPEN';

create table cart_line (
  id        uuid primary key,
  cart_id   uuid not null references cart,
  offer_id  uuid not null references offer,
  quantity  int not null check (quantity between 1 and 9999),
  seen_price_minor bigint, -- the unit price when the buyer last touched the line
  added_at  timestamptz not null,
  unique (cart_id, offer_id)
);

create table cart_shipping (
  cart_id   uuid not null references cart,
  vendor_id uuid not null references vendor,
  option_id text not null,
  primary key (cart_id, vendor_id)
);

create sequence order_number_seq increment by 50;

create table order_group (
  id                 uuid primary key,
  number             text not null unique,
  access_key         text not null,
  cart_id            uuid not null references cart,
  account_id         uuid references account,
  email              text not null,
  name               text not null,
  line1              text not null,
  line2              text,
  postal_code        text not null,
  city               text not null,
  region             text,
  country            char(2) not null,
  language           char(2) not null,
  currency           char(3) not null,
  status             text not null check (status in ('AWAITING_PAYMENT', 'PAID', 'PARTLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'CLOSED', 'PAYMENT_FAILED', 'EXPIRED', 'CANCELLED')),
  refund_status      text not null default 'NONE' check (refund_status in ('NONE', 'PARTLY_REFUNDED', 'REFUNDED')),
  items_minor        bigint not null check (items_minor >= 0),
  shipping_minor     bigint not null check (shipping_minor >= 0),
  discount_minor     bigint not null default 0 check (discount_minor >= 0),
  buyer_fee_minor    bigint not null default 0 check (buyer_fee_minor >= 0),
  tax_included_minor bigint not null default 0 check (tax_included_minor >= 0),
  tax_added_minor    bigint not null default 0 check (tax_added_minor >= 0),
  total_minor        bigint not null check (total_minor >= 0),
  quote_hash         text not null,
  placed_at          timestamptz not null,
  reserved_until     timestamptz not null,
  paid_at            timestamptz,
  version            int not null default 0,
  check (total_minor = items_minor + shipping_minor + buyer_fee_minor + tax_added_minor - discount_minor)
);
-- At most one live order per cart, whatever keys two tabs send.
create unique index order_group_live_cart on order_group (cart_id)
  where status not in ('PAYMENT_FAILED', 'EXPIRED', 'CANCELLED');
create index order_group_account on order_group (account_id, placed_at desc) where account_id is not null;
create index order_group_placed on order_group (placed_at desc, id desc);
create index order_group_awaiting on order_group (reserved_until) where status = 'AWAITING_PAYMENT';

create table vendor_order (
  id                 uuid primary key,
  order_group_id     uuid not null references order_group,
  vendor_id          uuid not null references vendor,
  position           int not null,
  number             text not null unique,
  status             text not null check (status in ('AWAITING_PAYMENT', 'TO_ACCEPT', 'TO_SHIP', 'PARTLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'CLOSED', 'REFUSED', 'CANCELLED')),
  currency           char(3) not null,
  items_minor        bigint not null,
  shipping_minor     bigint not null,
  discount_minor     bigint not null default 0,
  tax_included_minor bigint not null default 0,
  tax_added_minor    bigint not null default 0,
  total_minor        bigint not null,
  shipping_option    text,
  shipping_label     text,
  min_days           int,
  max_days           int,
  placed_at          timestamptz not null,
  shipped_at         timestamptz,
  delivered_at       timestamptz,
  version            int not null default 0,
  unique (order_group_id, vendor_id),
  check (total_minor = items_minor + shipping_minor + tax_added_minor - discount_minor)
);
create index vendor_order_vendor on vendor_order (vendor_id, placed_at desc, id desc);
create index vendor_order_open on vendor_order (vendor_id, status, placed_at);

create table order_line (
  id               uuid primary key,
  vendor_order_id  uuid not null references vendor_order,
  order_group_id   uuid not null references order_group,
  position         int not null,
  offer_id         uuid not null,
  listing_id       uuid not null,
  offer_version    int not null,
  kind             text not null,
  title            jsonb not null,
  sku              text not null,
  options          jsonb not null default '{}',
  image_media      text,
  quantity         int not null check (quantity > 0),
  shipped_quantity int not null default 0 check (shipped_quantity between 0 and quantity),
  unit_price_minor bigint not null,
  total_minor      bigint not null,
  discount_minor   bigint not null default 0,
  tax_minor        bigint not null default 0,
  tax_numerator    bigint not null default 0,
  tax_denominator  bigint not null default 1,
  tax_label        text,
  tax_jurisdiction text,
  check (total_minor = unit_price_minor * quantity - discount_minor)
);
create index order_line_vendor_order on order_line (vendor_order_id, position);
create index order_line_group on order_line (order_group_id);

-- The frozen split. order_line_id is null for the vendor order's shipping.
create sequence allocation_line_seq;
create table allocation_line (
  id              bigint primary key,
  order_group_id  uuid not null references order_group,
  vendor_order_id uuid references vendor_order,
  order_line_id   uuid references order_line,
  subject         text not null check (subject in ('LINE', 'SHIPPING', 'GROUP')),
  party           text not null,
  kind            text not null check (kind in ('VENDOR_NET', 'COMMISSION', 'COMMISSION_VAT', 'AFFILIATE', 'TAX', 'BUYER_FEE', 'THIRD_PARTY', 'PLATFORM_PROMOTION')),
  amount_minor    bigint not null check (amount_minor >= 0),
  currency        char(3) not null,
  rule_id         uuid,
  rule_version    int,
  inputs_hash     text not null,
  trace           jsonb not null default '{}'
);
create index allocation_line_group on allocation_line (order_group_id);
create index allocation_line_vendor_order on allocation_line (vendor_order_id);

create table shipment (
  id              uuid primary key,
  vendor_order_id uuid not null references vendor_order,
  carrier         text not null,
  tracking_code   text not null,
  shipped_at      timestamptz not null,
  delivered_at    timestamptz
);
create index shipment_vendor_order on shipment (vendor_order_id);

create table shipment_line (
  shipment_id   uuid not null references shipment,
  order_line_id uuid not null references order_line,
  quantity      int not null check (quantity > 0),
  primary key (shipment_id, order_line_id)
);

-- The timeline a person reads.
create sequence order_event_seq;
create table order_event (
  id              bigint primary key,
  order_group_id  uuid not null references order_group,
  vendor_order_id uuid references vendor_order,
  type            text not null,
  at              timestamptz not null,
  data            jsonb not null default '{}'
);
create index order_event_group on order_event (order_group_id, id);
