-- An address is known to be somebody's once they have clicked a link sent there.
alter table account add column email_verified_at timestamptz;

-- checklist: the vendor applied by itself, so the operator's checklist decides whether it sells.
-- selling_missing, payout_missing: types of the requirements that are not met, kept by onboarding.
alter table vendor
  add column checklist boolean not null default false,
  add column selling_missing text[] not null default '{}',
  add column payout_missing text[] not null default '{}',
  add column submitted_at timestamptz,
  add column asked_at timestamptz,
  add column check_due timestamptz;
create index vendor_queue on vendor (submitted_at, id) where status = 'APPLIED' and submitted_at is not null;
create index vendor_check_due on vendor (check_due) where check_due is not null;

-- The one answer to "may buyers buy from it now?".
create function sells(v vendor) returns boolean language sql stable
  as $$ select v.status = 'APPROVED' and v.selling_missing = '{}' $$;

-- Answers to the public form, until the applicant has proved the address.
create table vendor_application (
  id           uuid primary key,
  email        text not null,
  account_id   uuid references account,
  language     char(2) not null,
  kind         text not null check (kind in ('PROFESSIONAL', 'PRIVATE')),
  name         text not null,
  person       text not null,
  country      char(2) not null,
  registration text,
  vat_number   text,
  token_hash   bytea not null unique,
  round        int not null default 1,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  confirmed_at timestamptz,
  vendor_id    uuid references vendor
);
create index vendor_application_open on vendor_application (expires_at) where confirmed_at is null;

-- What the operator asks of vendors, in order.
create table requirement (
  id            uuid primary key,
  type          text not null,
  position      int not null,
  label         jsonb not null default '{}',
  help          jsonb not null default '{}',
  professionals boolean not null,
  privates      boolean not null,
  gates_selling boolean not null,
  gates_payout  boolean not null,
  expires       boolean not null default false,
  retired_at    timestamptz
);
create index requirement_order on requirement (position, id) where retired_at is null;

insert into requirement (id, type, position, label, professionals, privates, gates_selling, gates_payout, expires) values
  ('01900000-0000-7000-8000-000000000001', 'profile', 1, '{}', true, true, true, false, false),
  ('01900000-0000-7000-8000-000000000002', 'trader-identity', 2, '{}', true, true, true, true, false),
  ('01900000-0000-7000-8000-000000000003', 'document', 3, '{"fr": "Extrait du registre du commerce", "en": "Extract of the trade register"}', true, false, true, true, false),
  ('01900000-0000-7000-8000-000000000004', 'document', 4, '{"fr": "Pièce d’identité du représentant", "en": "Representative’s proof of identity"}', true, false, true, true, true),
  ('01900000-0000-7000-8000-000000000005', 'terms', 5, '{}', true, true, true, true, false),
  ('01900000-0000-7000-8000-000000000006', 'storefront', 6, '{}', true, false, false, false, false),
  ('01900000-0000-7000-8000-000000000007', 'first-listing', 7, '{}', true, true, false, false, false),
  ('01900000-0000-7000-8000-000000000008', 'payout-account', 8, '{}', true, true, false, true, false),
  ('01900000-0000-7000-8000-000000000009', 'two-factor', 9, '{}', true, false, false, true, false);

-- What a vendor typed, sealed: identity and bank accounts are nobody's business.
create table requirement_answer (
  vendor_id      uuid not null references vendor,
  requirement_id uuid not null references requirement,
  sealed         bytea not null,
  updated_at     timestamptz not null,
  primary key (vendor_id, requirement_id)
);

create table vendor_document (
  id             uuid primary key,
  vendor_id      uuid not null references vendor,
  requirement_id uuid not null references requirement,
  file           text not null,
  name           text not null,
  content_type   text not null,
  bytes          bigint not null,
  expires_on     date,
  status         text not null check (status in ('PENDING', 'ACCEPTED', 'REFUSED', 'REPLACED')),
  reason         text,
  uploaded_at    timestamptz not null,
  decided_at     timestamptz,
  reminded_at    timestamptz
);
create index vendor_document_vendor on vendor_document (vendor_id, requirement_id, uploaded_at desc);

create table terms_version (
  version      int primary key,
  text         jsonb not null,
  published_at timestamptz not null,
  due_on       date not null
);
create table terms_acceptance (
  vendor_id   uuid not null references vendor,
  version     int not null references terms_version,
  accepted_at timestamptz not null,
  accepted_by uuid references account,
  primary key (vendor_id, version)
);
insert into terms_version (version, text, published_at, due_on) values (1,
  '{"fr": "Vous vendez des biens et services licites, décrits avec exactitude et à votre disposition. Vous expédiez dans les délais annoncés et répondez aux acheteurs. Les acheteurs sont protégés par la loi de leur pays. La place de marché retient sa commission sur chaque vente, telle qu’elle vous est montrée avant la publication, et vous verse le reste.", "en": "You sell lawful goods and services, described truthfully and yours to sell. You ship within the time you announce and answer your buyers. Buyers are protected by the law of their country. The marketplace keeps its commission on each sale, as shown to you before you publish, and pays you the rest."}',
  timestamptz '2026-01-01 00:00:00+00', date '2026-01-01');
