-- Which tax on sales the platform keeps out of the vendors' money and remits itself. A version never
-- changes; what was kept of an order is frozen with it.
create table remittance_terms (
  version    int primary key,
  terms      jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create trigger remittance_terms_append_only before update or delete or truncate on remittance_terms
  for each statement execute function refuse_change();
