-- What buyers look for and vendors offer on.
create table buyer_request (
  id           uuid primary key,
  number       text not null unique,
  account_id   uuid not null references account,
  language     char(2) not null,
  signature    text not null,             -- how the buyer is called in public: Léa M.
  kind         text not null check (kind in ('GOODS', 'SERVICE')),
  title        text not null,
  description  text not null,
  category_id  uuid not null references category,
  quantity     int not null check (quantity between 1 and 99999),
  budget_minor bigint check (budget_minor > 0),
  currency     char(3) not null,
  wanted_by    date,
  country      char(2) not null,
  city         text,
  images       text[] not null default '{}', -- media ids, the first one stands in lists
  status       text not null default 'OPEN'
    check (status in ('OPEN', 'AGREED', 'BOUGHT', 'CLOSED', 'EXPIRED', 'TAKEN_DOWN')),
  reason       text,                      -- why an operator took it down
  bids         int not null default 0 check (bids >= 0), -- offers that stand
  opened_at    timestamptz not null,
  closes_at    timestamptz not null,      -- no offers and no choice from then on
  ended_at     timestamptz,
  order_number text,                      -- the purchase that came of it
  search       tsvector generated always as (
    to_tsvector('halles_fr', title || ' ' || description)
    || to_tsvector('halles_en', title || ' ' || description)) stored
);
create index buyer_request_open on buyer_request (id desc) where status = 'OPEN';
create index buyer_request_category on buyer_request (category_id, id desc) where status = 'OPEN';
create index buyer_request_account on buyer_request (account_id, id desc);
create index buyer_request_search on buyer_request using gin (search) where status = 'OPEN';
create index buyer_request_closes on buyer_request (closes_at) where status = 'OPEN';
create index buyer_request_status on buyer_request (status, id desc);

-- One offer of a vendor on a request; revised in place.
create table bid (
  id             uuid primary key,
  request_id     uuid not null references buyer_request,
  vendor_id      uuid not null references vendor,
  status         text not null
    check (status in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
  price_minor    bigint not null check (price_minor > 0),     -- for everything that is asked
  shipping_minor bigint not null check (shipping_minor >= 0),
  currency       char(3) not null,
  delivery_days  int not null check (delivery_days between 0 and 365),
  message        text,
  valid_until    date not null,            -- its last day
  revision       int not null default 1,   -- counts what a buyer agrees to
  made_at        timestamptz not null,
  revised_at     timestamptz not null,
  offer_id       uuid references offer,    -- what the buyer puts into the cart, once accepted
  pay_by         timestamptz,
  unique (request_id, vendor_id)
);
create index bid_vendor on bid (vendor_id, id desc);
-- Whatever two tabs do, one offer is accepted.
create unique index bid_accepted on bid (request_id) where status = 'ACCEPTED';
create index bid_unpaid on bid (pay_by) where status = 'ACCEPTED' and pay_by is not null;
create unique index bid_offer on bid (offer_id) where offer_id is not null;

-- Vendors who sell such things and were told.
create table request_call (
  request_id uuid not null references buyer_request,
  vendor_id  uuid not null references vendor,
  primary key (request_id, vendor_id)
);
create index request_call_vendor on request_call (vendor_id, request_id desc);

-- What buyer and vendor ask each other before they agree.
create table request_message (
  id         uuid primary key,
  request_id uuid not null references buyer_request,
  vendor_id  uuid not null references vendor,
  author     text not null check (author in ('BUYER', 'VENDOR')),
  body       text not null check (length(body) between 1 and 4000),
  at         timestamptz not null
);
create index request_message_thread on request_message (request_id, vendor_id, id);

-- A listing that was agreed with one buyer: nobody else sees it or buys it.
alter table listing add column reserved_for uuid references account;
alter table listing drop constraint listing_status_check;
alter table listing add constraint listing_status_check check (status in
  ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'LIVE', 'SUSPENDED', 'ARCHIVED', 'PRIVATE')) not valid;
alter table listing validate constraint listing_status_check;
alter table listing add constraint listing_private_is_somebodys
  check (status <> 'PRIVATE' or reserved_for is not null);

-- Whether an offer can be put into somebody's cart as far as its listing goes: it is on sale, or it
-- was agreed with this very buyer. What was agreed is on no shelf, so its offer is not active.
create function for_sale(o offer, l listing, buyer uuid) returns boolean
  language sql stable parallel safe
return (o.active and l.status = 'LIVE')
    or (l.status = 'PRIVATE' and l.reserved_for = buyer);
