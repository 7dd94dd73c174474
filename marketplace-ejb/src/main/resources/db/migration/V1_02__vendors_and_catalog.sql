-- Words with their accents folded, so that "creme" finds "crème". unaccent() itself is only
-- stable; with its dictionary named it depends on nothing that changes.
create function fold(text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

create text search configuration halles_fr (copy = french);
alter text search configuration halles_fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration halles_en (copy = english);
alter text search configuration halles_en
  alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration halles_simple (copy = simple);
alter text search configuration halles_simple
  alter mapping for hword, hword_part, word with unaccent, simple;

create table vendor (
  id         uuid primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9]){2,59}$'),
  name       text not null,
  kind       text not null check (kind in ('PROFESSIONAL', 'PRIVATE')),
  country    char(2) not null,
  status     text not null check (status in ('APPLIED', 'APPROVED', 'SUSPENDED', 'REJECTED', 'CLOSED')),
  trusted    boolean not null default false,
  operated   boolean not null default false,
  plugin_id  text,
  reason     text,                   -- why it was last refused or stopped
  created_at timestamptz not null,
  version    int not null default 0
);
create index vendor_created on vendor (created_at desc, id desc);

-- Texts are {"fr": "...", "en": "..."}; policies are texts by subject; trader is who stands behind
-- a professional's storefront.
create table storefront (
  vendor_id    uuid primary key references vendor,
  name         text not null,
  tagline      jsonb not null default '{}',
  story        jsonb not null default '{}',
  policies     jsonb not null default '{}',
  trader       jsonb not null default '{}',
  accent       text not null default '#1F5A3D',
  logo_media   text,
  banner_media text,
  version      int not null default 0
);

create table vendor_member (
  vendor_id  uuid not null references vendor,
  account_id uuid not null references account,
  role       text not null check (role in ('OWNER', 'MANAGER', 'CATALOGUE', 'ORDERS', 'FINANCE')),
  primary key (vendor_id, account_id)
);
create index vendor_member_account on vendor_member (account_id);

create table shipping_method (
  id              uuid primary key,
  vendor_id       uuid not null references vendor,
  position        int not null,
  label           text not null,
  mode            text not null,
  price_minor     bigint not null check (price_minor >= 0),
  currency        char(3) not null,
  free_from_minor bigint check (free_from_minor >= 0),
  min_days        int not null check (min_days >= 0),
  max_days        int not null,
  countries       text[] not null default '{}',
  check (max_days >= min_days)
);
create index shipping_method_vendor on shipping_method (vendor_id, position);

create table category (
  id        uuid primary key,
  parent_id uuid references category,
  slug      text not null unique,
  name      jsonb not null,
  tax_class text not null default 'standard',
  position  int not null default 0,
  path      text[] not null -- slugs from the root to this one
);
create index category_path on category using gin (path);

create table product (
  id          uuid primary key,
  title       jsonb not null,
  category_id uuid not null references category,
  created_at  timestamptz not null
);

create table variant (
  id         uuid primary key,
  product_id uuid not null references product,
  options    jsonb not null default '{}',
  gtin       text unique check (gtin ~ '^[0-9]{14}$') -- shorter ones padded with zeros
);
create index variant_product on variant (product_id);

create table listing (
  id               uuid primary key,
  vendor_id        uuid not null references vendor,
  product_id       uuid not null references product,
  kind             text not null check (kind in ('GOODS', 'SERVICE', 'DIGITAL', 'REQUEST')),
  slug             text not null,
  title            jsonb not null,
  description      jsonb not null default '{}',
  category_id      uuid not null references category,
  attributes       jsonb not null default '{}',
  status           text not null check (status in ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'LIVE', 'SUSPENDED', 'ARCHIVED')),
  review_note      text,
  -- What lists and search read; kept by catalog when offers, pictures or texts change.
  price_from_minor bigint,           -- cheapest active offer
  price_to_minor   bigint,           -- dearest active offer
  currency         char(3),
  conditions       text[] not null default '{}',
  image_media      text,             -- first image
  search           tsvector,         -- French and English words together
  search_words     text,             -- folded words of title, vendor and category, for similarity
  submitted_at     timestamptz,
  live_at          timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          int not null default 0
);
create index listing_vendor on listing (vendor_id, id);
create index listing_vendor_live on listing (vendor_id, live_at desc, id desc) where status = 'LIVE';
create index listing_product on listing (product_id);
create index listing_new on listing (live_at desc, id desc) where status = 'LIVE';
create index listing_category on listing (category_id, live_at desc, id desc) where status = 'LIVE';
create index listing_price on listing (price_from_minor, id) where status = 'LIVE';
create index listing_review on listing (submitted_at, id) where status = 'SUBMITTED';
create index listing_search on listing using gin (search);
create index listing_similar on listing using gin (search_words gin_trgm_ops);

create table listing_image (
  listing_id uuid not null references listing,
  position   int not null,
  media_id   text not null references media,
  alt        jsonb not null default '{}',
  primary key (listing_id, position)
);

-- version counts edits of the terms a buyer agrees to, never sales: a sale touches only stock.
create table offer (
  id                 uuid primary key,
  listing_id         uuid not null references listing,
  vendor_id          uuid not null references vendor,
  variant_id         uuid references variant,
  position           int not null default 0,
  sku                text not null,
  options            jsonb not null default '{}',
  price_minor        bigint not null check (price_minor > 0),
  currency           char(3) not null,
  condition          text not null default 'NEW' check (condition in ('NEW', 'LIKE_NEW', 'GOOD', 'FAIR', 'REFURBISHED')),
  lead_time_days     int not null default 1 check (lead_time_days between 0 and 365),
  weight_grams       int not null default 0 check (weight_grams >= 0),
  shipping_fee_minor bigint check (shipping_fee_minor >= 0),
  gtin               text,
  active             boolean not null default true,
  version            int not null default 0,
  unique (vendor_id, sku)
);
create index offer_listing on offer (listing_id, position);

-- No row: not counted (a service, a download).
create table stock (
  offer_id uuid primary key references offer,
  quantity int not null check (quantity >= 0)
) with (fillfactor = 70);
