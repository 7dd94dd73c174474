-- A payout run reads what is open, not the whole book: below this transaction nothing of an account
-- waits to be paid, but for what a payout gave free again.
create table payout_mark (
  account_id bigint primary key references ledger_account,
  below_tx   xid8 not null
);

-- Postings that a payout had claimed and does not pay: open again, however old they are.
create table payout_reopened (
  posting_id bigint primary key references posting,
  account_id bigint not null references ledger_account
);
create index payout_reopened_account on payout_reopened (account_id);
