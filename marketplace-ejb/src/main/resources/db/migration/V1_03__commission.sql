-- A rule is an id with immutable versions; at most one of them is ACTIVE or PROPOSED.
create table commission_rule (
  id              uuid not null,
  version         int not null,
  name            text not null,
  kind            text not null,
  configuration   jsonb not null,
  content_hash    text not null,
  rule_group      text not null default 'commission',
  position        int not null,
  status          text not null check (status in ('PROPOSED', 'ACTIVE', 'RETIRED', 'REJECTED')),
  vendor_id       uuid references vendor,
  category        text,                       -- slug; children included
  listing_id      uuid references listing,
  price_from_minor bigint,
  price_to_minor  bigint,
  price_currency  char(3),
  valid_from      timestamptz,
  valid_to        timestamptz,
  proposed_by     text not null,
  reason          text not null default '',
  accepted_by     text,
  accepted_at     timestamptz,
  created_at      timestamptz not null,
  primary key (id, version)
);
create unique index commission_rule_current on commission_rule (id) where status in ('ACTIVE', 'PROPOSED');
create index commission_rule_order on commission_rule (rule_group, position) where status = 'ACTIVE';

-- The versions a quote rests on beside its offers; a change makes open quotes stale.
create table basis (
  name    text primary key,
  version bigint not null
);
insert into basis values ('commission-rules', 1), ('tax-rules', 1);

-- A vendor's captured sales by business day, kept from events; refunds are negative.
create table vendor_sales (
  vendor_id    uuid not null references vendor,
  currency     char(3) not null,
  day          date not null,
  amount_minor bigint not null,
  primary key (vendor_id, currency, day)
);
create table vendor_sales_source (
  source_id uuid primary key       -- vendor order or refund already counted
);
