-- The company somebody buys for. Its VAT number has the shape and the check digits of its country.
create table company (
  account_id  uuid primary key references account,
  name        text not null,
  vat_id      text not null,
  line1       text not null,
  line2       text,
  postal_code text not null,
  city        text not null,
  country     char(2) not null,
  changed_at  timestamptz not null
);

create function is_company(buyer uuid) returns boolean
  language sql stable parallel safe
return exists (select 1 from company c where c.account_id = buyer);

-- What companies pay for a unit, and its steps, where that is another price; with VAT like all.
alter table offer
  add column company_price_minor bigint check (company_price_minor > 0),
  add column company_breaks jsonb check (jsonb_typeof(company_breaks) = 'array'),
  -- Companies take at least so many, and whole packs only.
  add column company_least integer check (company_least between 2 and 9999),
  add column company_pack integer check (company_pack between 2 and 9999),
  add constraint offer_company_breaks check (company_breaks is null or company_price_minor is not null),
  add constraint offer_company_packs
    check (company_least is null or company_pack is null or company_least % company_pack = 0);

create function price_of(o offer, company boolean) returns bigint
  language sql immutable parallel safe
return case when company and o.company_price_minor is not null then o.company_price_minor
            else o.price_minor end;

create function breaks_of(o offer, company boolean) returns jsonb
  language sql immutable parallel safe
return case when company and o.company_price_minor is not null then o.company_breaks
            else o.price_breaks end;

create function in_packs(o offer, company boolean, units integer) returns boolean
  language sql immutable parallel safe
return not company
    or (units >= coalesce(o.company_least, 1) and units % coalesce(o.company_pack, 1) = 0);

create function has_company_terms(o offer) returns boolean
  language sql immutable parallel safe
return o.company_price_minor is not null or o.company_least is not null or o.company_pack is not null;

-- Sold to companies and to nobody else.
alter table listing add column companies_only boolean not null default false;

create or replace function for_sale(o offer, l listing, buyer uuid) returns boolean
  language sql stable parallel safe
return (o.active and l.status = 'LIVE' and (not l.companies_only or is_company(buyer)))
    or (l.status = 'PRIVATE' and l.reserved_for = buyer);

-- Whom an invoice is made out to, as it was when the order was placed; null for private persons.
alter table order_group add column company jsonb check (jsonb_typeof(company) = 'object');

-- The number the buyer's own books know the purchase by.
alter table cart add column purchase_order text;
alter table order_group add column purchase_order text;

-- Which of the vendor's prices a line was sold at.
alter table order_line
  add column price_list text not null default 'PUBLIC' check (price_list in ('PUBLIC', 'COMPANY'));
