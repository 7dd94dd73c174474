-- What each account turned over on each business day: past balances and trial balances come from it.
create table ledger_turnover (
  account_id   bigint not null references ledger_account,
  day          date not null,
  debit_minor  bigint not null default 0,
  credit_minor bigint not null default 0,
  primary key (account_id, day)
);
create table ledger_turnover_mark (
  only_row boolean primary key default true check (only_row),
  below_tx xid8 not null                       -- every posting with tx below this is in the sums
);
insert into ledger_turnover_mark (below_tx) values ('0');

-- A seal closes all that was posted since the former one; its digest covers the former digest.
create table book_seal (
  number    bigint primary key,
  day       date not null,
  from_tx   xid8 not null,
  below_tx  xid8 not null,
  entries   bigint not null,
  postings  bigint not null,
  content   text not null,                     -- digest of the digests of its parts
  previous  text not null,                     -- digest of the seal before; empty for the first
  digest    text not null unique,
  sealed_at timestamptz not null,
  check (below_tx > from_tx)
);
create table book_seal_part (
  seal         bigint not null references book_seal,
  part         int not null,
  last_tx      xid8 not null,                  -- where it ends, in the order of (tx, id)
  last_posting bigint not null,
  first_entry  bigint not null,
  last_entry   bigint not null,
  postings     int not null,
  digest       text not null,
  primary key (seal, part)
);
-- The gapless number an entry got when it was sealed.
create table sealed_entry (
  entry_id bigint primary key references journal_entry,
  number   bigint not null unique,
  seal     bigint not null references book_seal
);
create trigger book_seal_append_only before update or delete or truncate on book_seal
  for each statement execute function refuse_change();
create trigger book_seal_part_append_only before update or delete or truncate on book_seal_part
  for each statement execute function refuse_change();
create trigger sealed_entry_append_only before update or delete or truncate on sealed_entry
  for each statement execute function refuse_change();

-- Up to where the books were found right, and the sums of that moment.
create table books_checkpoint (
  id         bigint generated always as identity primary key,
  below_tx   xid8 not null,
  seal       bigint not null,
  at         timestamptz not null,
  whole_book boolean not null
);
create table checked_balance (
  account_id   bigint primary key references ledger_account,
  debit_minor  bigint not null,
  credit_minor bigint not null
);
create index allocation_line_tax on allocation_line (order_group_id) where kind = 'TAX';
