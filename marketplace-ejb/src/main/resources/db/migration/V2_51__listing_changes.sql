-- An edit of a listing on sale that a moderator has not let through yet. before and after are the
-- listing as its vendor would send it; what buyers see stays as it is until the change is approved.
create table listing_change (
  id           uuid primary key,
  listing_id   uuid not null references listing,
  vendor_id    uuid not null references vendor,
  status       text not null check (status in
                 ('SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED', 'REPLACED', 'WITHDRAWN')),
  before       jsonb not null,
  after        jsonb not null,
  note         text,                 -- what the moderator said to the vendor
  submitted_at timestamptz not null,
  decided_at   timestamptz,
  version      int not null default 0
);
-- At most one that still leads somewhere.
create unique index listing_change_open on listing_change (listing_id)
  where status in ('SUBMITTED', 'CHANGES_REQUESTED');
create index listing_change_listing on listing_change (listing_id, id desc);
create index listing_change_waiting on listing_change (submitted_at, listing_id)
  where status = 'SUBMITTED';
