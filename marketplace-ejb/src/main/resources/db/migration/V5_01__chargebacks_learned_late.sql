-- When it happened at the gateway, where we learn of it later: banks take money back by themselves.
alter table payment_transaction add column happened_at timestamptz;
create index payment_transaction_learned_late on payment_transaction (gateway, created_at, happened_at)
  where happened_at is not null;

-- Up to when a gateway was asked for chargebacks: after an outage the asking goes on from there.
create table chargeback_lookout (
  gateway     text primary key,
  asked_up_to timestamptz not null
);
