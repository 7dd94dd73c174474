-- Whoever watches the marketplace counts them every few seconds.
create index payout_failed on payout (id) where status = 'FAILED';
