-- What the operator asks vendors for besides commission; the amount is before VAT.
create table vendor_fee (
  id           uuid primary key,
  kind         text not null check (kind in ('SUBSCRIPTION', 'LISTING', 'ORDER', 'PENALTY')),
  title        jsonb not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency     char(3) not null,
  vendor_id    uuid references vendor, -- null: every vendor
  free_units   int not null default 0 check (free_units >= 0),
  first_month  text not null check (first_month ~ '^\d{4}-\d{2}$'),
  ended_at     timestamptz,
  created_at   timestamptz not null
);
create index vendor_fee_created on vendor_fee (created_at desc, id desc);

-- What was asked, once a month for each fee and vendor, penalties whenever they are due.
create table vendor_fee_charge (
  id         uuid primary key,
  fee_id     uuid not null references vendor_fee,
  vendor_id  uuid not null references vendor,
  period     text check (period ~ '^\d{4}-\d{2}$'), -- null for penalties
  units      int not null check (units > 0),
  net_minor  bigint not null check (net_minor > 0),
  vat_minor  bigint not null check (vat_minor >= 0),
  currency   char(3) not null,
  reason     text,
  charged_at timestamptz not null
);
create unique index vendor_fee_charge_once on vendor_fee_charge (fee_id, vendor_id, period) where period is not null;
create index vendor_fee_charge_vendor on vendor_fee_charge (vendor_id, charged_at desc, id desc);

-- Fees by order are charged for the month in which the order was paid.
create index order_group_paid_at on order_group (paid_at) where paid_at is not null;

-- The last number of each series and year; whoever issues holds the row, so that no number is lost.
create table invoice_series (
  series text not null,
  year   int not null,
  last   int not null,
  primary key (series, year)
);

-- Never changed once issued: what was wrong is put right by another.
create table vendor_invoice (
  id        uuid primary key,
  series    text not null,
  year      int not null,
  position  int not null,
  number    text not null unique,
  kind      text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
  vendor_id uuid not null references vendor,
  period    text not null check (period ~ '^\d{4}-\d{2}$'),
  currency  char(3) not null,
  net_minor bigint not null check (net_minor >= 0),
  vat_minor bigint not null check (vat_minor >= 0),
  regime    text not null check (regime in ('VAT', 'REVERSE_CHARGE', 'OUTSIDE_EU', 'NONE')),
  issuer    jsonb not null,
  recipient jsonb not null,
  issued_on date not null,
  issued_at timestamptz not null,
  unique (series, year, position)
);
create index vendor_invoice_vendor on vendor_invoice (vendor_id, issued_at desc, id desc);
create index vendor_invoice_period on vendor_invoice (period, id desc);
create index vendor_invoice_issued on vendor_invoice (issued_at desc, id desc);

create table vendor_invoice_line (
  invoice_id uuid not null references vendor_invoice,
  position   int not null,
  kind       text not null check (kind in ('COMMISSION', 'SUBSCRIPTION', 'LISTING', 'ORDER', 'PENALTY')),
  orders     int not null,
  net_minor  bigint not null,
  vat_minor  bigint not null,
  primary key (invoice_id, position)
);

create function refuse_to_change_an_invoice() returns trigger language plpgsql as $$
begin
  raise exception 'an issued invoice is never changed: issue another';
end $$;
create trigger vendor_invoice_stays before update or delete on vendor_invoice
  for each row execute function refuse_to_change_an_invoice();
create trigger vendor_invoice_line_stays before update or delete on vendor_invoice_line
  for each row execute function refuse_to_change_an_invoice();
