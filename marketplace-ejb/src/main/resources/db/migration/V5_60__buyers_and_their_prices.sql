-- Who buys with a cart: whoever is signed in, unless it is the cart of another account. Guests, and
-- who only has another's cart, buy as nobody in particular: at public prices, nothing that was
-- agreed with one buyer or is for companies.
create function buyer_of(cart_account uuid, caller uuid) returns uuid
  language sql immutable parallel safe
return case when coalesce(cart_account, caller) = caller then caller end;

-- A price for companies is in the currency of the offer; in another it would be another price.
create function forget_company_price() returns trigger
  language plpgsql as $$
begin
  new.company_price_minor := null;
  new.company_breaks := null;
  return new;
end $$;

create trigger offer_other_currency before update of currency on offer
  for each row when (old.currency is distinct from new.currency)
  execute function forget_company_price();

-- Companies never pay more than everybody: at each number of units the lower of the two prices.
create function lower_breaks(o offer) returns jsonb
  language sql stable parallel safe
return (
  select jsonb_agg(jsonb_build_object('from', step.units, 'minor', step.minor) order by step.units)
    from (select each.units, each.minor,
                 lag(each.minor, 1, least(o.price_minor, o.company_price_minor))
                   over (order by each.units) as former
            from (select n.units,
                         least(unit_price(o.price_minor, o.price_breaks, n.units),
                               unit_price(o.company_price_minor, o.company_breaks, n.units)) as minor
                    from (select distinct (one ->> 'from')::int as units
                            from jsonb_array_elements(coalesce(o.price_breaks, '[]'::jsonb)
                                                      || coalesce(o.company_breaks, '[]'::jsonb))
                                 as one) as n) as each) as step
   where step.minor < step.former);

create or replace function price_of(o offer, company boolean) returns bigint
  language sql immutable parallel safe
return case when company and o.company_price_minor is not null
            then least(o.price_minor, o.company_price_minor)
            else o.price_minor end;

create or replace function breaks_of(o offer, company boolean) returns jsonb
  language sql stable parallel safe
return case when company and o.company_price_minor is not null then lower_breaks(o)
            else o.price_breaks end;

-- Which of the vendor's prices so many units are sold at.
create function price_list_of(o offer, company boolean, units integer) returns text
  language sql stable parallel safe
return case when company
             and unit_price(o.company_price_minor, o.company_breaks, units)
                 <= unit_price(o.price_minor, o.price_breaks, units)
            then 'COMPANY' else 'PUBLIC' end;

-- A vendor's offers, newest first.
create index offer_vendor_newest on offer (vendor_id, id desc) where active;
