-- The marketplace's own bank account, from which vendors are paid by credit transfer.
create table payout_account (
  only_row boolean primary key default true check (only_row),
  holder   text not null,
  iban     text not null,
  bic      text,
  active   boolean not null,                   -- payouts in euros go this way
  version  int not null default 0
);

-- A file of credit transfers for the bank.
create sequence sepa_message_seq;
create table sepa_file (
  id           uuid primary key,
  message_id   text not null unique,
  run_id       uuid not null references payout_run,
  count        int not null,
  amount_minor bigint not null,
  execute_on   date not null,
  sealed       bytea not null,                 -- the file as the bank gets it
  made_by      uuid,
  made_at      timestamptz not null,
  sent_by      uuid,
  sent_at      timestamptz                     -- null until somebody handed it to the bank
);
create index sepa_file_run on sepa_file (run_id, made_at desc);
alter table payout add column sepa_file uuid references sepa_file;
create index payout_sepa_file on payout (sepa_file) where sepa_file is not null;
