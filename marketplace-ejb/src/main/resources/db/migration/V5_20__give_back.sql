-- What the platform keeps of its commission and of the buyer's fee when money goes back, by reason.
-- A version never changes; an order keeps the one it was placed under. Orders without a version
-- were placed before there was one: everything goes back.
create table give_back_policy (
  version         int not null,
  reason          text not null check (reason in ('REFUND', 'RETURN', 'WITHDRAWAL', 'CANCELLATION', 'CHARGEBACK')),
  commission_kept int not null check (commission_kept between 0 and 10000), -- of its rate, basis points
  fixed_kept      int not null check (fixed_kept between 0 and 10000),      -- of its fixed amounts
  buyer_fee_kept  boolean not null,
  changed_at      timestamptz not null,
  changed_by      text not null,
  primary key (version, reason)
);
create trigger give_back_policy_append_only before update or delete or truncate on give_back_policy
  for each statement execute function refuse_change();
insert into give_back_policy
select 1, reason, 0, 0, false, now(), 'system'
  from unnest(array['REFUND', 'RETURN', 'WITHDRAWAL', 'CANCELLATION', 'CHARGEBACK']) as reason;

alter table order_group add column give_back_version int;

-- What a refund took of a leg and the platform kept: the vendor pays it. weight over the leg's
-- denominator is the share that is kept; the sum of taken x weight is rounded, never its parts.
create table refund_kept (
  refund_id          uuid not null references refund,
  allocation_line_id bigint not null references allocation_line,
  taken_minor        bigint not null check (taken_minor > 0),
  weight             numeric(38) not null check (weight >= 0),
  kept_minor         bigint not null check (kept_minor between 0 and taken_minor),
  primary key (refund_id, allocation_line_id)
);
create index refund_kept_allocation on refund_kept (allocation_line_id);
create trigger refund_kept_append_only before update or delete or truncate on refund_kept
  for each statement execute function refuse_change();

-- Goodwill is the platform's own money: it takes of no leg. If everything goes back later, the
-- buyer gets what is left of the payment, and the platform gets back what it gave in advance.
alter table refund drop constraint refund_amount_minor_check;
alter table refund add constraint refund_amount_minor_check check (amount_minor >= 0);
alter table refund add column recovered_minor bigint not null default 0 check (recovered_minor >= 0);
alter table refund add constraint refund_of_something check (amount_minor + recovered_minor > 0);
alter table refund alter column transaction_id drop not null;
alter table refund add constraint refund_has_payment
  check ((transaction_id is null) = (amount_minor = 0));
alter table refund drop constraint refund_cause_check;
alter table refund add constraint refund_cause_check check (cause in
  ('REFUND', 'REFUSAL', 'CANCELLATION', 'RETURN', 'WITHDRAWAL', 'CHARGEBACK', 'GOODWILL'));

-- What became of an attempt to give money back that its gateway refused for good.
create table refused_refund (
  transaction_id uuid primary key references payment_transaction,
  outcome        text not null check (outcome in ('RETRIED', 'TRANSFERRED', 'CLOSED')),
  next_id        uuid references payment_transaction,
  attempt        int not null check (attempt > 0),
  note           text not null default '',
  decided_by     text not null,
  decided_at     timestamptz not null,
  check ((outcome = 'CLOSED') = (next_id is null))
);
create index payment_transaction_refused_refund on payment_transaction (settled_at, id)
  where kind = 'REFUND' and status = 'FAILED';

-- Money sent from our own bank account for a payment that came another way.
alter table bank_return alter column transaction_id drop not null;
alter table bank_return add column order_group_id uuid references order_group;
alter table bank_return add constraint bank_return_of_something
  check (transaction_id is not null or order_group_id is not null);
