-- An amount that its gateway refused is divided anew when it is tried again after others: the refund
-- that takes its place names the first of them.
alter table refund add column replaces uuid references refund;
create index refund_replaces on refund (replaces) where replaces is not null;
