-- Chargebacks for which less is left of their purchase than the bank took: nobody's share can be
-- taken back any more. Once the bank has decided, two persons book what stays gone as a loss.
create table uncovered_chargeback (
  id              uuid primary key,          -- the same as of a chargeback that fits
  gateway         text not null,
  reference       text not null,
  charge_key      text not null,
  order_group_id  uuid not null references order_group,
  reason          text not null,
  state           text not null check (state in ('OPEN', 'CONTESTED', 'WON', 'PARTLY', 'LOST')),
  amount_minor    bigint not null check (amount_minor >= 0),  -- what is gone as the bank says now
  fee_minor       bigint not null check (fee_minor >= 0),
  currency        char(3) not null,
  at              timestamptz not null,
  answer_by       timestamptz not null,
  told_at         timestamptz not null,
  loss_minor      bigint check (loss_minor >= 0),             -- beyond what was left to take
  recovered_minor bigint check (recovered_minor between 0 and loss_minor),
  booked_at       timestamptz,
  turned_round_at timestamptz,
  check ((booked_at is null) = (loss_minor is null) and (booked_at is null) = (recovered_minor is null)),
  check (turned_round_at is null or booked_at is not null)
);
create index uncovered_chargeback_booked on uncovered_chargeback (gateway, booked_at);

alter table reconciliation_difference drop constraint reconciliation_difference_proposed_check;
alter table reconciliation_difference add constraint reconciliation_difference_proposed_check
  check (proposed in ('EXPLAIN', 'POST_FEE', 'BOOK_LOSS'));

-- Credit given instead of money that the buyer's bank took back as well.
alter table store_credit_movement drop constraint store_credit_movement_kind_check;
alter table store_credit_movement add constraint store_credit_movement_kind_check check (kind in (
  'ISSUED', 'USED', 'RELEASED', 'RETURNED', 'EXPIRED', 'REFUNDED', 'RESTORED', 'TAKEN_BACK',
  'GIVEN_AGAIN'));
