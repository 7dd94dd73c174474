-- The bank account of a fund is named by one person and confirmed by another: until then the fund
-- is paid to the account confirmed before, or waits. What was named before this stays confirmed.
create table fund_account_proposal (
  id          uuid primary key,
  fund_id     uuid not null unique references fund,
  sealed      bytea not null,
  ending      text not null,                -- of the IBAN, to recognise it by
  proposed_by uuid,
  proposed_at timestamptz not null
);
