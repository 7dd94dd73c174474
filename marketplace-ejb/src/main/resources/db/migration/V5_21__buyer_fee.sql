-- The fee the marketplace asks of buyers. A version never changes; what an order paid is frozen
-- with it.
create table buyer_fee_terms (
  version    int primary key,
  terms      jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create trigger buyer_fee_terms_append_only before update or delete or truncate on buyer_fee_terms
  for each statement execute function refuse_change();
