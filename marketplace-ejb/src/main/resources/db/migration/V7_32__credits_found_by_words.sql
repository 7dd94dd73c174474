-- Gift cards are looked for by their ending, or by a part of an e-mail address.
create index store_credit_ending on store_credit (lower(ending)) where ending is not null;
create index store_credit_recipient_words on store_credit using gin (lower(recipient) gin_trgm_ops)
  where recipient is not null;
create index if not exists account_email_words on account using gin (lower(email) gin_trgm_ops);
-- What is left in all, without reading credits that are used up.
create index store_credit_left on store_credit (currency) include (balance_minor)
  where balance_minor > 0;
create index order_credit_held on order_credit (currency) include (amount_minor)
  where status = 'HELD';
-- What moved since the books were found right.
create index store_credit_movement_at on store_credit_movement (at);
