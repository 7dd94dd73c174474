-- How a vendor wants to be paid, and what keeps it from being paid; absent means weekly.
create table payout_policy (
  vendor_id      uuid primary key references vendor,
  rhythm         text not null check (rhythm in ('DAILY', 'WEEKLY', 'MONTHLY', 'ON_REQUEST')),
  minimum        jsonb not null default '{}',  -- minor units by currency; less is carried over
  requested_at   timestamptz,                  -- the vendor asked to be paid with the next run
  blocked_reason text,                         -- an operator's; null if not blocked
  version        int not null default 0
);

create table payout_run (
  id            uuid primary key,
  status        text not null check (status in ('PROPOSED', 'APPROVED', 'CANCELLED')),
  scheduled_for date unique,                   -- null if a person proposed it
  proposed_by   uuid,
  proposed_at   timestamptz not null,
  decided_by    uuid,
  decided_at    timestamptz,
  held_back     jsonb not null default '[]',   -- who is not paid with this run, and why
  version       int not null default 0,
  check (status <> 'APPROVED' or (decided_by is not null and decided_by is distinct from proposed_by))
);
create index payout_run_newest on payout_run (proposed_at desc, id desc);

create sequence payout_number_seq;
create table payout (
  id                uuid primary key,
  number            text not null unique,
  run_id            uuid not null references payout_run,
  vendor_id         uuid not null references vendor,
  gateway           text not null,
  amount_minor      bigint not null check (amount_minor > 0),
  currency          char(3) not null,
  status            text not null check (status in ('OPEN', 'CLAIMED', 'SENT', 'IN_TRANSIT', 'PAID', 'RETURNED', 'FAILED', 'CANCELLED')),
  attempt           uuid not null unique,      -- the idempotency key at the gateway; a new one after a failure
  gateway_reference text,
  failure_code      text,
  failure_message   text,
  created_at        timestamptz not null,
  settled_at        timestamptz,
  next_check_at     timestamptz,
  checks            int not null default 0,
  version           int not null default 0
);
create index payout_run_of on payout (run_id);
create index payout_of_vendor on payout (vendor_id, created_at desc, id desc);
create index payout_newest on payout (created_at desc, id desc);
create index payout_due on payout (next_check_at) where status in ('CLAIMED', 'SENT', 'IN_TRANSIT');

-- The postings a payout pays: each is paid once.
create table payout_claim (
  posting_id bigint primary key references posting,
  payout_id  uuid not null references payout
);
create index payout_claim_payout on payout_claim (payout_id);
