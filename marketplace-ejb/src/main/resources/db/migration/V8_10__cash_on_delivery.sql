-- Cash at the door: the vendor takes the money itself, and then owes what is not its own.

alter table authorisation drop constraint authorisation_moment_check;
alter table authorisation add constraint authorisation_moment_check
  check (moment in ('ACCEPTANCE', 'SHIPMENT', 'COLLECTION'));

-- True if a purchase is to be paid at the door, or was. In PL/pgSQL, so that it is planned alone.
create function is_cash(purchase uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from authorisation
                  where order_group_id = purchase and moment = 'COLLECTION'
                    and state in ('HELD', 'CAPTURING', 'CAPTURED'));
end $$;
create index authorisation_of on authorisation (order_group_id);

-- Whether buyers may pay in cash, in which countries, and at most how much of each currency.
create table cash_terms (
  offered    boolean  not null default false,
  countries  text[]   not null default '{}',
  currencies text[]   not null default '{}',
  most_minor bigint[] not null default '{}',
  version    int      not null default 1,
  check (cardinality(currencies) = cardinality(most_minor)),
  check (not offered or cardinality(currencies) > 0)
);
create unique index cash_terms_one on cash_terms ((true));
insert into cash_terms default values;

-- Vendors that take cash.
create table cash_vendor (
  vendor_id uuid primary key references vendor,
  since     timestamptz not null
);

-- Money that a vendor is to give back by hand: one for each refund transaction.
create table cash_return (
  transaction_id uuid primary key references payment_transaction,
  asked_at       timestamptz not null,
  given_at       timestamptz,
  refused_at     timestamptz,
  said_by        text,
  check (given_at is null or refused_at is null),
  check ((given_at is null and refused_at is null) = (said_by is null))
);
