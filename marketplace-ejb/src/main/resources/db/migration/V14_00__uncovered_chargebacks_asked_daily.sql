-- A bank that decided for the buyer is asked once a day, booked or not, whether it thinks again.
alter table uncovered_chargeback add column asked_at timestamptz;
