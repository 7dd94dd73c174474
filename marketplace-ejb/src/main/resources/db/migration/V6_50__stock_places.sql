-- Where a vendor's goods lie. Without a row here there is one place, and nobody asks where.
create table stock_place (
  id          uuid primary key,
  vendor_id   uuid not null references vendor,
  code        text not null check (code ~ '^[a-z0-9](-?[a-z0-9]){0,39}$'), -- in files and over REST
  name        text not null,
  line1       text not null,
  line2       text,
  postal_code text not null,
  city        text not null,
  country     char(2) not null,
  position    int not null,                  -- orders take from the first one first
  active      boolean not null default true, -- what lies in one that is off is not for sale
  unique (vendor_id, code)
);

-- stock.quantity stays what buyers see and what is locked: the sum of the places that are on. An
-- offer that is counted has a row at each place of its vendor.
create table place_stock (
  offer_id uuid not null references stock on delete cascade,
  place_id uuid not null references stock_place,
  quantity int not null check (quantity >= 0),
  primary key (offer_id, place_id)
) with (fillfactor = 70);
create index place_stock_place on place_stock (place_id, offer_id);

-- From where an order's units were taken, and so where they go back to.
create table stock_taking (
  order_group_id uuid not null references order_group,
  offer_id       uuid not null references offer,
  place_id       uuid not null references stock_place,
  quantity       int not null check (quantity >= 0),
  primary key (order_group_id, offer_id, place_id)
);
