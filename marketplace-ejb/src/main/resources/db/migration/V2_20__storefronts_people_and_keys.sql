-- A closed vendor sells nothing on these days, both included; without an end it stays closed.
alter table vendor add column closed_from date;
alter table vendor add column closed_to date;
alter table vendor add constraint vendor_closed check (closed_to is null or closed_from <= closed_to);

create function closed_on(day date, closed_from date, closed_to date) returns boolean
  immutable language sql
  as $$ select coalesce(day between closed_from and coalesce(closed_to, 'infinity'), false) $$;

alter table storefront add column ground text not null default '#FBF8F1';
alter table storefront add column theme text not null default 'market';
alter table storefront add column closed_note jsonb not null default '{}';

-- Addresses a storefront had before: they lead to it, and nobody else gets them.
create table former_slug (
  slug      text primary key,
  vendor_id uuid not null references vendor,
  left_at   timestamptz not null
);
create index former_slug_vendor on former_slug (vendor_id);

alter table vendor_member add column since timestamptz not null default now();

create table member_invitation (
  id          uuid primary key,
  vendor_id   uuid not null references vendor,
  email       text not null check (length(email) between 3 and 254),
  role        text not null check (role in ('OWNER', 'MANAGER', 'CATALOGUE', 'ORDERS', 'FINANCE')),
  token_hash  bytea not null unique,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references account,
  revoked_at  timestamptz
);
create unique index member_invitation_open on member_invitation (vendor_id, lower(email))
  where accepted_at is null and revoked_at is null;

-- What a key may do; null: all that its account may. Whom an operator sees the portal as.
alter table access_token add column scopes text[];
alter table access_token add column last_used_at timestamptz;
alter table access_token add column acting_for uuid references vendor;
create index access_token_vendor on access_token (vendor_id, id desc) where vendor_id is not null;

-- Done by an operator in a vendor's name.
alter table audit_entry add column acting_for uuid;
