create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Who may sign in. E-mail is stored as typed; uniqueness ignores case.
create table account (
  id            uuid primary key,
  email         text not null check (length(email) between 3 and 254),
  name          text not null check (length(name) between 1 and 200),
  password_hash text,
  language      char(2) not null default 'fr',
  status        text not null default 'ACTIVE' check (status in ('ACTIVE', 'LOCKED', 'ERASED')),
  created_at    timestamptz not null,
  version       int not null default 0
);
create unique index account_email on account (lower(email));

create table account_role (
  account_id uuid not null references account,
  role       text not null check (role in ('ADMIN', 'MODERATOR', 'FINANCE', 'SUPPORT')),
  primary key (account_id, role)
);

-- Sessions of browsers and tokens of programs; only a hash is kept.
create table access_token (
  id           uuid primary key,
  account_id   uuid not null references account,
  token_hash   bytea not null unique,
  kind         text not null check (kind in ('SESSION', 'TOKEN', 'API_KEY')),
  vendor_id    uuid,
  label        text,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  revoked_at   timestamptz
);
create index access_token_account on access_token (account_id);

-- Counts attempts per key (account or address) and window, so that limits hold across nodes.
create table throttle (
  key          text not null,
  window_start timestamptz not null,
  hits         int not null,
  primary key (key, window_start)
);

create sequence audit_entry_seq increment by 50;
create table audit_entry (
  id           bigint primary key,
  at           timestamptz not null,
  actor_id     uuid,
  actor        text not null,
  action       text not null,
  subject_type text not null,
  subject_id   text not null,
  vendor_id    uuid,
  before       jsonb,
  after        jsonb
);
create index audit_entry_subject on audit_entry (subject_type, subject_id, id);
create index audit_entry_vendor on audit_entry (vendor_id, id) where vendor_id is not null;

-- Same key, same answer. Inserted first; STARTED is leased so that a crash does not block the key.
create table idempotency (
  scope        text not null,
  key          text not null check (length(key) between 1 and 255),
  request_hash bytea not null,
  state        text not null check (state in ('STARTED', 'DONE')),
  lease_until  timestamptz not null,
  status       int,
  body         text,
  location     text,
  created_at   timestamptz not null,
  primary key (scope, key)
);
create index idempotency_age on idempotency (created_at);

-- Written in the business transaction, delivered at least once after it.
create sequence outbox_seq;
create table outbox (
  id           bigint primary key,
  topic        text not null,
  payload      jsonb not null,
  created_at   timestamptz not null,
  due_at       timestamptz not null,
  attempts     int not null default 0,
  done_at      timestamptz,
  last_error   text
);
create index outbox_due on outbox (due_at, id) where done_at is null;
create index outbox_done on outbox (done_at) where done_at is not null;

create table setting (
  key        text primary key,
  value      jsonb not null,
  updated_at timestamptz not null
);

-- Files are content-addressed in the media store; this row says what they are.
create table media (
  id           text primary key check (id ~ '^[0-9a-f]{64}$'),
  content_type text not null,
  bytes        bigint not null,
  width        int,
  height       int,
  created_at   timestamptz not null
);

create table plugin_state (
  plugin_id  text primary key,
  enabled    boolean not null,
  reason     text,
  updated_at timestamptz not null,
  updated_by text not null
);
