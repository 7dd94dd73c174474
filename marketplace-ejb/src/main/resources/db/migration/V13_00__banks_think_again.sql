-- A bank that decided for the buyer may give the money back all the same: for some months its
-- gateway is asked once a day, should the message be lost.
alter table dispute add column asked_again_at timestamptz;

create index dispute_lost on dispute (decided_at)
  where status in ('LOST', 'PARTLY') and kind = 'CHARGEBACK';

-- What stays with the buyer may shrink several times; one of them counts.
drop index payment_transaction_kept;
create unique index payment_transaction_kept on payment_transaction (kept_of)
  where kept_of is not null and status <> 'FAILED';

-- A loss of which the bank gave a part back stands under a name of its own.
alter table uncovered_chargeback add column in_part boolean not null default false;
