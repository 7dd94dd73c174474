-- People who send buyers to the marketplace and earn a share of what these buy.
create table affiliate (
  id         uuid primary key,
  account_id uuid not null unique references account,
  code       text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{2,29}$'), -- in its links
  name       text not null,                -- under which it is paid
  channel    text not null,                -- where it speaks of the marketplace: an address, or words
  status     text not null check (status in ('APPLIED', 'APPROVED', 'REFUSED', 'SUSPENDED')),
  reason     text,                         -- the operator's words at the last decision
  applied_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  version    int not null default 0
);
create index affiliate_newest on affiliate (applied_at desc, id desc);

-- What is offered to affiliates, and by whom: whoever offers a share pays it. Of each offerer the
-- first rate that fits a line decides, and the two add up.
create table affiliate_rate (
  id           uuid primary key,
  offered_by   uuid references vendor,     -- null: the platform
  vendor_id    uuid references vendor,     -- only of this vendor's lines
  category     text references category (slug) on update cascade, -- only of lines in it or below
  affiliate_id uuid references affiliate,  -- only to this affiliate
  basis_points int not null check (basis_points between 0 and 5000),
  position     int not null,
  version      int not null default 0,
  check (offered_by is null or vendor_id = offered_by)
);
create index affiliate_rate_offerer on affiliate_rate (offered_by, position);
create index affiliate_rate_affiliate on affiliate_rate (affiliate_id) where affiliate_id is not null;

-- How long after delivery a share waits; absent means thirty days.
create table affiliate_terms (
  only_row    boolean primary key default true check (only_row),
  return_days int not null check (return_days between 14 and 120),
  version     int not null default 0
);

-- By whose link a line came into the cart; of several, the last.
alter table cart_line add column affiliate_id uuid references affiliate;

-- What an affiliate earned with a part of a purchase, and since when it may be paid.
create table affiliate_sale (
  vendor_order_id uuid not null references vendor_order,
  affiliate_id    uuid not null references affiliate,
  amount_minor    bigint not null check (amount_minor > 0),
  currency        char(3) not null,
  sold_at         timestamptz not null,
  matured_at      timestamptz,             -- null while the goods may come back
  round           int not null default 0,  -- how often it matured: again after a refund that failed
  primary key (vendor_order_id, affiliate_id)
);
create index affiliate_sale_of on affiliate_sale (affiliate_id, sold_at desc, vendor_order_id desc);
create index affiliate_sale_waiting on affiliate_sale (sold_at) where matured_at is null;

-- What is offered for a line to whoever sent its buyer; null where nobody earns: an affiliate that
-- is not approved, that buys itself, or that sells the goods.
create function affiliate_offer(who uuid, seller uuid, categories text[], buyer uuid, mail text)
returns jsonb language sql stable as $$
  select jsonb_build_object('affiliate', a.id, 'code', a.code, 'rates',
           coalesce((
             select jsonb_agg(jsonb_build_object('rule', r.id, 'version', r.version,
                              'basisPoints', r.basis_points, 'byVendor', r.offered_by is not null)
                              order by r.offered_by is not null)
               from (select distinct on (o.offered_by) o.* from affiliate_rate o
                      where (o.offered_by is null or o.offered_by = seller)
                        and (o.vendor_id is null or o.vendor_id = seller)
                        and (o.affiliate_id is null or o.affiliate_id = a.id)
                        and (o.category is null or o.category = any(categories))
                      order by o.offered_by, o.position, o.id) r
              where r.basis_points > 0), '[]'::jsonb))
    from affiliate a join account c on c.id = a.account_id
   where a.id = who and a.status = 'APPROVED' and a.account_id is distinct from buyer
     and lower(c.email) is distinct from lower(mail)
     and not exists (select 1 from vendor_member m
                      where m.vendor_id = seller and m.account_id = a.account_id)
$$;

-- Whom buyers give to through the marketplace: the party that the split of a purchase names.
create table fund (
  id         uuid primary key,
  party      text not null unique check (party ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name       text not null,
  created_at timestamptz not null,
  version    int not null default 0
);

-- The bank accounts of affiliates and funds, sealed; vendors declare theirs at onboarding.
create table payee_account (
  payee_id   uuid primary key,
  sealed     bytea not null,
  ending     text not null,                -- of the IBAN, to recognise it by
  changed_at timestamptz not null
);

-- Payouts go to vendors, affiliates and funds.
alter table payout alter column vendor_id drop not null;
alter table payout add column affiliate_id uuid references affiliate;
alter table payout add column fund_id uuid references fund;
alter table payout add check (num_nonnulls(vendor_id, affiliate_id, fund_id) = 1);
alter table payout add column payee_id uuid not null
  generated always as (coalesce(vendor_id, affiliate_id, fund_id)) stored;
create index payout_of_affiliate on payout (affiliate_id, created_at desc, id desc)
  where affiliate_id is not null;
create index payout_of_fund on payout (fund_id, created_at desc, id desc) where fund_id is not null;

create view paid_party as
  select id, 'VENDOR' as payee_kind, slug, name, 'vendor_available:' || id as account from vendor
  union all
  select id, 'AFFILIATE', code, name, 'affiliate_available:' || id from affiliate
  union all
  select id, 'FUND', party, name, 'third_party_payable:' || party from fund;
