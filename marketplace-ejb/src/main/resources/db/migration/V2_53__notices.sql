-- Somebody says that a listing or a storefront is not allowed (Regulation (EU) 2022/2065, Art. 16).
create table notice (
  id           uuid primary key,
  number       text not null unique,            -- what people quote
  access_key   text not null,                   -- lets the notifier follow it without an account
  listing_id   uuid references listing,
  vendor_id    uuid not null references vendor,
  location     text not null,                   -- the exact address
  category     text not null check (category in ('COUNTERFEIT', 'DANGEROUS', 'FORBIDDEN', 'MISLEADING', 'HATE', 'PRIVACY', 'CHILD_ABUSE', 'OTHER')),
  explanation  text not null,
  name         text,                            -- may be missing for child abuse only
  email        text,
  account_id   uuid references account,
  language     text not null,
  status       text not null check (status in ('OPEN', 'DECIDED')),
  created_at   timestamptz not null,
  due_at       timestamptz not null,
  check ((name is not null and email is not null) or category = 'CHILD_ABUSE')
);
create index notice_open on notice (due_at, id) where status = 'OPEN';
create index notice_newest on notice (created_at desc, id desc);
create index notice_listing on notice (listing_id);

-- What was decided about a notice, or about a listing that was turned down, with the statement of
-- reasons (Art. 17). restriction NONE means that nothing was found wrong.
create table notice_decision (
  id               uuid primary key,
  notice_id        uuid references notice,
  listing_decision uuid references moderation_decision,
  vendor_id        uuid not null references vendor,
  listing_id       uuid references listing,
  restriction      text not null check (restriction in ('NONE', 'LISTING_REFUSED', 'LISTING_REMOVED', 'VENDOR_SUSPENDED')),
  facts            text not null,
  ground           text not null check (ground in ('ILLEGAL', 'TERMS', 'NONE')),
  ground_reference text not null,               -- the law or the clause, and why
  automated        boolean not null,            -- found by automated means
  decided_by       uuid references account,
  decided_at       timestamptz not null,
  complain_until   timestamptz not null,
  withdrawn_at     timestamptz
);
create unique index notice_decision_notice on notice_decision (notice_id);
create unique index notice_decision_listing on notice_decision (listing_decision);
create index notice_decision_vendor on notice_decision (vendor_id, id desc);

-- Whoever a decision does not please says so within six months (Art. 20); another person decides.
create table complaint (
  id          uuid primary key,
  decision_id uuid not null references notice_decision,
  by_vendor   boolean not null,                 -- else by the notifier
  text        text not null,
  status      text not null check (status in ('OPEN', 'UPHELD', 'REVERSED')),
  created_at  timestamptz not null,
  due_at      timestamptz not null,
  answer      text,
  decided_by  uuid references account,
  decided_at  timestamptz
);
create unique index complaint_once on complaint (decision_id, by_vendor);
create index complaint_open on complaint (due_at, id) where status = 'OPEN';
create index complaint_newest on complaint (created_at desc, id desc);
