create table payment (
  id             uuid primary key,
  order_group_id uuid not null references order_group,
  gateway        text not null,
  amount_minor   bigint not null check (amount_minor > 0),
  currency       char(3) not null,
  created_at     timestamptz not null
);
create index payment_order_group on payment (order_group_id);

-- A payment's part of each vendor order; vendor_order_id null is the platform's own part (buyer fee).
create table payment_split (
  payment_id      uuid not null references payment,
  position        int not null,
  vendor_order_id uuid references vendor_order,
  amount_minor    bigint not null check (amount_minor >= 0),
  primary key (payment_id, position)
);

-- The intent: committed before the gateway is called; its id is the idempotency key there.
create table payment_transaction (
  id                uuid primary key,
  payment_id        uuid not null references payment,
  order_group_id    uuid not null references order_group,
  kind              text not null check (kind in ('CHARGE', 'AUTHORISE', 'CAPTURE', 'VOID', 'REFUND', 'TRANSFER', 'REVERSAL', 'PAYOUT')),
  gateway           text not null,
  amount_minor      bigint not null check (amount_minor > 0),
  currency          char(3) not null,
  status            text not null check (status in ('NEW', 'SENT', 'REQUIRES_ACTION', 'PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN')),
  gateway_reference text,
  fee_minor         bigint check (fee_minor >= 0),
  action_url        text,
  failure_code      text,
  failure_message   text,
  created_at        timestamptz not null,
  settled_at        timestamptz,
  next_check_at     timestamptz,
  checks            int not null default 0,
  version           int not null default 0
);
create index payment_transaction_group on payment_transaction (order_group_id);
create index payment_transaction_payment on payment_transaction (payment_id);
create index payment_transaction_unsettled on payment_transaction (next_check_at)
  where status in ('NEW', 'SENT', 'REQUIRES_ACTION', 'PENDING', 'UNKNOWN');

create table gateway_event (
  gateway         text not null,
  event_id        text not null,
  idempotency_key text not null,
  type            text not null,
  at              timestamptz not null,
  received_at     timestamptz not null,
  primary key (gateway, event_id)
);

create sequence ledger_account_seq;
create table ledger_account (
  id          bigint primary key default nextval('ledger_account_seq'),
  address     text not null,
  currency    char(3) not null,
  normal_side char(1) not null check (normal_side in ('D', 'C')),
  unique (address, currency)
);

create sequence journal_entry_seq;
create table journal_entry (
  id          bigint primary key,
  template    text not null,
  source_type text not null,
  source_id   text not null,
  at          timestamptz not null,
  day         date not null,
  reason      text not null default '',
  reverses    bigint references journal_entry,
  unique (source_type, source_id, template)
);
create index journal_entry_day on journal_entry (day, id);

-- tx is the writing transaction: roll-ups stop below the oldest running one, so none is missed.
create sequence posting_seq;
create table posting (
  id              bigint primary key,
  entry_id        bigint not null references journal_entry,
  account_id      bigint not null references ledger_account,
  side            char(1) not null check (side in ('D', 'C')),
  amount_minor    bigint not null check (amount_minor > 0),
  currency        char(3) not null,
  order_group_id  uuid,
  vendor_order_id uuid,
  tx              xid8 not null default pg_current_xact_id()
);
create index posting_entry on posting (entry_id);
create index posting_account on posting (account_id, tx, id);
create index posting_tx on posting (tx);
create index posting_vendor_order on posting (vendor_order_id) where vendor_order_id is not null;

create table balance (
  account_id   bigint primary key references ledger_account,
  debit_minor  bigint not null default 0,
  credit_minor bigint not null default 0,
  below_tx     xid8 not null,       -- every posting with tx below this is in the sums
  updated_at   timestamptz not null
);

-- The book guards itself -------------------------------------------------------------------------

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: write a reversing entry instead', tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger journal_entry_append_only before update or delete or truncate on journal_entry
  for each statement execute function refuse_change();
create trigger posting_append_only before update or delete or truncate on posting
  for each statement execute function refuse_change();
create trigger allocation_line_append_only before update or delete or truncate on allocation_line
  for each statement execute function refuse_change();

-- An entry's postings are written by one statement, and balance in each currency when it ends.
create function check_postings_balance() returns trigger language plpgsql as $$
declare
  bad record;
begin
  select p.entry_id, p.currency, sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end) as off
    into bad
    from posting p
   where p.entry_id in (select distinct entry_id from written)
   group by p.entry_id, p.currency
  having sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end) <> 0
   limit 1;
  if found then
    raise exception 'journal entry % is off by % % (debits minus credits)', bad.entry_id, bad.off, bad.currency
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger posting_balances after insert on posting
  referencing new table as written
  for each statement execute function check_postings_balance();

-- No entry without postings.
create function check_entry_has_postings() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from posting where entry_id = new.id) then
    raise exception 'journal entry % has no postings', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;

create constraint trigger journal_entry_has_postings after insert on journal_entry
  deferrable initially deferred
  for each row execute function check_entry_has_postings();
