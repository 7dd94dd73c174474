-- The file behind a vendor's SKU: what buyers of a digital offer get. Kept sealed, apart from
-- pictures; name and type are what buyers see.
create table sold_file (
  vendor_id      uuid not null references vendor,
  sku            text not null,
  file           text not null,
  name           text not null,
  content_type   text not null,
  bytes          bigint not null check (bytes > 0),
  most_downloads int check (most_downloads between 1 and 1000), -- null: as often as wanted
  days           int check (days between 1 and 3650),           -- null: for ever
  uploaded_at    timestamptz not null,
  primary key (vendor_id, sku)
);

-- Null: nothing to download in it. True: the buyer wants it at once and knows that the right of
-- withdrawal ends with that (Directive 2011/83/EU, Article 16 (m)). False: it opens when the
-- withdrawal period is over.
alter table order_group add column download_at_once boolean;

-- What a buyer may download: the file as it was when it was paid. Whoever knows the secret has it.
create table download (
  id              uuid primary key,
  secret          text not null unique,
  order_line_id   uuid not null unique references order_line,
  vendor_order_id uuid not null references vendor_order,
  order_group_id  uuid not null references order_group,
  file            text not null,
  name            text not null,
  content_type    text not null,
  bytes           bigint not null,
  most_downloads  int,
  used            int not null default 0 check (used >= 0 and (most_downloads is null or used <= most_downloads)),
  last_at         timestamptz,
  opens_at        timestamptz not null,
  expires_at      timestamptz,
  handed_over_at  timestamptz
);
create index download_group on download (order_group_id);
create index download_vendor_order on download (vendor_order_id);
create index download_waiting on download (opens_at) where handed_over_at is null;
