-- A second step of signing in: the secret is sealed, recovery codes are hashed.
create table second_factor (
  account_id    uuid primary key references account,
  sealed_secret bytea not null,
  confirmed_at  timestamptz,
  last_step     bigint not null default 0, -- a code is good once
  created_at    timestamptz not null
);
create table recovery_code (
  account_id uuid not null references account,
  code_hash  bytea not null,
  used_at    timestamptz,
  primary key (account_id, code_hash)
);
-- Somebody whose password was right and whose code is awaited.
create table sign_in_challenge (
  token_hash bytea primary key,
  account_id uuid not null references account,
  kind       text not null,
  expires_at timestamptz not null
);
create index sign_in_challenge_age on sign_in_challenge (expires_at);
