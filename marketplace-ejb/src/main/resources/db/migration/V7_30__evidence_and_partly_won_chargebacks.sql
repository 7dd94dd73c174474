-- Until when vendors bring evidence against a chargeback: some time is left to pass it on.
alter table dispute add column evidence_by timestamptz;
alter table dispute add constraint dispute_evidence_by
  check (evidence_by is null or kind = 'CHARGEBACK' and evidence_by <= answer_by);
update dispute set evidence_by = greatest(answer_by - interval '2 days',
                                          opened_at + (answer_by - opened_at) / 2)
 where kind = 'CHARGEBACK' and answer_by >= opened_at;

-- Which files the bank was sent.
alter table dispute_file add column sent_at timestamptz;

-- What of a chargeback stayed with the buyer's bank that gave a part of it back: booked as a
-- chargeback of its own, of the one that ended.
alter table payment_transaction add column kept_of uuid references payment_transaction;
alter table payment_transaction add constraint payment_transaction_kept_of
  check (kept_of is null or kind = 'CHARGEBACK');
create unique index payment_transaction_kept on payment_transaction (kept_of)
  where kept_of is not null;
