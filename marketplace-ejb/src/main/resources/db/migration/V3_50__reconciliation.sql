-- The journals of gateways as last read: the other side of reconciliation.
create table gateway_line (
  gateway         text not null,
  reference       text not null,
  idempotency_key text not null,
  kind            text not null,
  status          text not null,
  amount_minor    bigint not null,
  fee_minor       bigint not null,
  currency        char(3) not null,
  at              timestamptz not null,
  read_at         timestamptz not null,
  primary key (gateway, reference)
);
create index gateway_line_key on gateway_line (gateway, idempotency_key);
create index gateway_line_at on gateway_line (gateway, at);
create index gateway_line_open on gateway_line (gateway, at) where status not in ('succeeded', 'failed');
create index payment_transaction_at on payment_transaction (gateway, created_at);
create index payout_at on payout (gateway, created_at);

create table reconciliation_run (
  id            uuid primary key,
  gateway       text not null,
  scheduled_for date,                          -- null if a person asked for it
  from_at       timestamptz not null,
  to_at         timestamptz not null,
  status        text not null check (status in ('RUNNING', 'DONE', 'FAILED')),
  started_by    uuid,
  started_at    timestamptz not null,
  ended_at      timestamptz,
  lines         bigint not null default 0,     -- lines the gateway reported in the span
  compared      bigint not null default 0,     -- keys compared
  open_items    bigint not null default 0,     -- still under way on our side
  found         bigint not null default 0,     -- differences found
  failure       text,
  unique (gateway, scheduled_for)
);
create index reconciliation_run_newest on reconciliation_run (started_at desc, id desc);

-- A difference lives across runs: what is settled stays settled until its figures change.
create table reconciliation_difference (
  id             uuid primary key,
  gateway        text not null,
  key            text not null,
  kind           text not null check (kind in ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT_DIFFERS', 'FEE_DIFFERS', 'STATE_DIFFERS', 'DUPLICATE')),
  reference      text,
  source         text,                         -- payment-transaction or payout; null if unknown here
  source_id      uuid,
  about          text,                         -- the number of the order group or the payout
  there_kind     text,
  there_state    text,
  here_state     text,
  there_minor    bigint not null,
  here_minor     bigint not null,
  there_fee      bigint not null,
  here_fee       bigint not null,
  currency       char(3) not null,
  at             timestamptz not null,
  status         text not null check (status in ('OPEN', 'PROPOSED', 'EXPLAINED', 'POSTED', 'RESOLVED')),
  proposed       text check (proposed in ('EXPLAIN', 'POST_FEE')),
  note           text,
  proposed_by    uuid,
  decided_by     uuid,
  decided_at     timestamptz,
  first_run      uuid not null references reconciliation_run,
  last_run       uuid not null references reconciliation_run,
  version        int not null default 0,
  unique (gateway, key, kind),
  check (status not in ('EXPLAINED', 'POSTED') or decided_by is distinct from proposed_by)
);
create index reconciliation_difference_list on reconciliation_difference (status, at desc, id desc);

create table reconciliation_finding (
  run_id        uuid not null references reconciliation_run,
  difference_id uuid not null references reconciliation_difference,
  primary key (run_id, difference_id)
);
