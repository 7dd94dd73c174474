-- Buyers who pay by bank transfer: what they are told, what came, and what has to be sent back.

-- The marketplace's own account, as buyers are told it. One row.
create table transfer_terms (
  only_row   boolean primary key default true check (only_row),
  offered    boolean not null default false,
  holder     text not null default '',
  iban       text not null default '',
  bic        text,
  currency   char(3) not null default 'EUR',
  days       int not null default 7 check (days between 1 and 60),
  version    int not null default 0,
  check (not offered or (holder <> '' and iban <> ''))
);
insert into transfer_terms default values;

-- One attempt to pay by transfer, with the account as the buyer was told it.
create table awaited_transfer (
  transaction_id uuid primary key references payment_transaction,
  order_group_id uuid not null references order_group,
  reference      text not null, -- what the buyer writes: the number of the order
  amount_minor   bigint not null check (amount_minor > 0),
  currency       char(3) not null,
  holder         text not null,
  iban           text not null,
  bic            text,
  opened_at      timestamptz not null,
  until          timestamptz not null,
  received_minor bigint not null default 0 check (received_minor >= 0),
  closed_why     text -- the buyer paid otherwise, or what came went back: nothing more is awaited
);
create index awaited_transfer_opened on awaited_transfer (opened_at desc, transaction_id desc);
create index awaited_transfer_group on awaited_transfer (order_group_id);

-- A line of the bank's statement, as a person copied it. The bank's own reference makes it unique.
create table bank_receipt (
  id             uuid primary key,
  transaction_id uuid not null references awaited_transfer,
  amount_minor   bigint not null check (amount_minor > 0),
  currency       char(3) not null,
  received_on    date not null,
  bank_reference text not null unique,
  payer          text,
  recorded_by    text not null,
  recorded_at    timestamptz not null
);
create index bank_receipt_transfer on bank_receipt (transaction_id, recorded_at);

-- Money a person has to send back by hand. DEPOSIT: it never paid for anything.
create table bank_return (
  id             uuid primary key,
  transaction_id uuid not null references awaited_transfer,
  kind           text not null check (kind in ('REFUND', 'DEPOSIT')),
  amount_minor   bigint not null check (amount_minor > 0),
  currency       char(3) not null,
  asked_at       timestamptz not null,
  sent_on        date,
  bank_reference text,
  sent_by        text,
  check ((sent_on is null) = (bank_reference is null))
);
create index bank_return_transfer on bank_return (transaction_id);
create unique index bank_return_reference on bank_return (bank_reference) where bank_reference is not null;
create index bank_return_asked on bank_return (asked_at desc, id desc);

-- Two attempts of one purchase were both charged: this one was given back whole.
alter table payment_transaction add column surplus boolean not null default false;
