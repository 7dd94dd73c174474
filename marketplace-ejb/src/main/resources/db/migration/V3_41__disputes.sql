-- Money that a buyer's bank took back is a refund nobody here decided: PENDING while it may be
-- contested, SUCCEEDED once lost, FAILED once won.
alter table refund drop constraint refund_cause_check;
alter table refund add constraint refund_cause_check
  check (cause in ('REFUND', 'REFUSAL', 'CANCELLATION', 'CHARGEBACK'));
alter table payment_transaction drop constraint payment_transaction_kind_check;
alter table payment_transaction add constraint payment_transaction_kind_check
  check (kind in ('CHARGE', 'AUTHORISE', 'CAPTURE', 'VOID', 'REFUND', 'TRANSFER', 'REVERSAL',
                  'PAYOUT', 'CHARGEBACK'));

-- The money of a vendor's order that waits for a decision; taken aside by the entry of its round.
create table money_freeze (
  vendor_order_id uuid primary key references vendor_order,
  dispute_id      uuid not null,
  round           int not null default 0,
  taken           boolean not null default false, -- whether its round took anything aside
  check (round >= 0)
);

create sequence dispute_number_seq;
create table dispute (
  id             uuid primary key,
  number         text not null unique,
  kind           text not null check (kind in ('BUYER', 'CHARGEBACK')),
  status         text not null check (status in ('OPENED', 'EVIDENCE_SENT', 'WON', 'LOST', 'PARTLY')),
  order_group_id uuid not null references order_group,
  reason         text not null,
  amount_minor   bigint not null check (amount_minor > 0),
  currency       char(3) not null,
  fee_minor      bigint not null default 0 check (fee_minor >= 0),
  gateway        text,                          -- of a chargeback
  reference      text,                          -- the gateway's own
  refund_id      uuid references refund,        -- what went back, or was taken
  answer_by      timestamptz not null,
  escalated_at   timestamptz,                   -- nobody answered in time
  opened_at      timestamptz not null,
  decided_at     timestamptz,
  decided_by     uuid,
  decision       text,                          -- in words, for both sides
  version        int not null default 0,
  check ((kind = 'CHARGEBACK') = (reference is not null)),
  unique (gateway, reference)
);
create index dispute_newest on dispute (opened_at desc, id desc);
create index dispute_status on dispute (status, opened_at desc, id desc);
create index dispute_order_group on dispute (order_group_id, opened_at);
create index dispute_overdue on dispute (answer_by)
  where status = 'OPENED' and kind = 'BUYER' and escalated_at is null;
create index dispute_undecided on dispute (gateway)
  where status in ('OPENED', 'EVIDENCE_SENT') and kind = 'CHARGEBACK';

-- The vendors' orders it is about.
create table dispute_part (
  dispute_id      uuid not null references dispute,
  vendor_order_id uuid not null references vendor_order,
  vendor_id       uuid not null references vendor,
  opened_at       timestamptz not null,
  primary key (dispute_id, vendor_order_id)
);
create index dispute_part_vendor on dispute_part (vendor_id, opened_at desc, dispute_id desc);
create index dispute_part_order on dispute_part (vendor_order_id);

create table dispute_statement (
  id         uuid primary key,
  dispute_id uuid not null references dispute,
  author     text not null check (author in ('BUYER', 'VENDOR', 'OPERATOR')),
  author_id  uuid,                              -- the account; null for a guest
  vendor_id  uuid references vendor,            -- who speaks, where it is a vendor
  body       text not null check (length(body) between 1 and 4000),
  at         timestamptz not null
);
create index dispute_statement_of on dispute_statement (dispute_id, at, id);

create table dispute_file (
  id           uuid primary key,
  dispute_id   uuid not null references dispute,
  statement_id uuid not null references dispute_statement,
  file         text not null,
  name         text not null,
  content_type text not null,
  bytes        int not null check (bytes > 0)
);
create index dispute_file_of on dispute_file (dispute_id);
