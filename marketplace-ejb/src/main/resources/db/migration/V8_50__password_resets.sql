-- Who forgot a password gets a link by letter. The link is good once and for an hour, and only its
-- hash is kept.
create table password_reset (
  token_hash bytea primary key,
  account_id uuid not null references account (id),
  expires_at timestamptz not null
);
create index password_reset_account on password_reset (account_id);
