-- The bank account a payout was proposed for, as the second person sees it: another one that is
-- named later is not paid with it. Null where its gateway knows where to pay.
alter table payout add column account_ending text;
alter table payout add column account_mark text;
alter table payout add check ((account_ending is null) = (account_mark is null));
