-- Debts of vendors and affiliates that will not be paid any more: one person says why, another
-- agrees, and they are a loss.
create table write_off (
  id           uuid primary key,
  party_kind   text not null check (party_kind in ('VENDOR', 'AFFILIATE')),
  party_id     uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency     char(3) not null,
  reason       text not null,
  status       text not null check (status in ('PROPOSED', 'POSTED', 'REJECTED')),
  proposed_by  uuid,
  proposed_at  timestamptz not null,
  decided_by   uuid,
  decided_at   timestamptz,
  check ((status = 'PROPOSED') = (decided_at is null))
);
create unique index write_off_open on write_off (party_id, currency) where status = 'PROPOSED';
create index write_off_newest on write_off (proposed_at desc, id desc);
