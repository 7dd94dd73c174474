-- Listings while they are being typed: whatever it is, nothing is lost. The content is text, not
-- jsonb: people may type what jsonb cannot keep.
create table listing_draft (
  id           uuid primary key,
  vendor_id    uuid not null references vendor,
  listing_id   uuid unique references listing, -- null for a new one
  base_version int,                            -- of the listing when editing began
  title        text not null default '',
  content      text not null check (length(content) <= 1000000),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      int not null default 0
);
create index listing_draft_vendor on listing_draft (vendor_id, updated_at desc, id desc);

-- A vendor's own list, in the orders it can be shown.
create index offer_vendor_price on offer (vendor_id, price_minor, id) where active;
create index listing_vendor_updated on listing (vendor_id, updated_at desc, id desc);
