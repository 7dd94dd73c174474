-- Who wants to be told what happens, at which address. Without a vendor it is the marketplace's own.
create table webhook_subscription (
  id              uuid primary key,
  vendor_id       uuid references vendor,
  owner           uuid not null generated always as
                    (coalesce(vendor_id, '00000000-0000-0000-0000-000000000000'::uuid)) stored,
  url             text not null,
  description     text,
  event_types     text[] not null check (cardinality(event_types) > 0),
  payload_version int not null default 1,
  status          text not null check (status in ('ON', 'OFF', 'PAUSED')), -- OFF by its owner, PAUSED by us
  paused_why      text check (paused_why in ('unreachable', 'gone')),
  secret          bytea not null,        -- sealed
  former_secret   bytea,                 -- sealed; signs too until then
  former_until    timestamptz,
  created_at      timestamptz not null,
  delivered_at    timestamptz,           -- when something last arrived
  failures        int not null default 0, -- in a row
  slow            boolean not null default false, -- its last answer took long: served by threads of their own
  rest_until      timestamptz,           -- after failures
  busy_until      timestamptz,           -- somebody is sending; after a crash nobody is by then
  served_at       timestamptz,
  version         int not null default 0,
  check ((status = 'PAUSED') = (paused_why is not null)),
  check ((former_secret is null) = (former_until is null))
);
create index webhook_subscription_owner on webhook_subscription (owner, id desc);

-- One thing that happened, for one of them. Thrown away after a month.
create table webhook_delivery (
  id              uuid primary key,
  seq             bigint generated always as identity,
  subscription_id uuid not null references webhook_subscription on delete cascade,
  event_key       text not null,
  type            text not null,
  body            text not null,
  status          text not null check (status in ('WAITING', 'DELIVERED', 'FAILED')),
  attempts        int not null default 0, -- since it was last queued
  created_at      timestamptz not null,
  due_at          timestamptz not null,
  first_tried_at  timestamptz,
  settled_at      timestamptz,
  unique (subscription_id, event_key)
);
create index webhook_delivery_waiting on webhook_delivery (subscription_id, seq) include (due_at) where status = 'WAITING';
create index webhook_delivery_log on webhook_delivery (subscription_id, seq desc);
create index webhook_delivery_by_status on webhook_delivery (subscription_id, status, seq desc);
create index webhook_delivery_age on webhook_delivery (created_at);

create table webhook_attempt (
  id          bigint generated always as identity primary key,
  delivery_id uuid not null references webhook_delivery on delete cascade,
  at          timestamptz not null,
  millis      int not null,
  status_code int,   -- null where nobody answered
  fault       text,  -- null where it was taken
  answer      text   -- its first bytes
);
create index webhook_attempt_delivery on webhook_attempt (delivery_id, id);
