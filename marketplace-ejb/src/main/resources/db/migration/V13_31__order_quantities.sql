-- How many of something are sold at once, to everybody: from so many, in packs of so many, at most so
-- many. What is agreed with companies comes before the first two; the last one holds for them too.
alter table offer
  add column order_least integer check (order_least between 2 and 9999),
  add column order_pack integer check (order_pack between 2 and 9999),
  add column order_most integer check (order_most between 1 and 9998),
  add constraint offer_orders_whole_packs
    check (order_least is null or order_pack is null or order_least % order_pack = 0),
  add constraint offer_orders_something
    check (order_most is null or order_most >= greatest(order_least, order_pack, 1));

create function least_of(o offer, company boolean) returns integer
  language sql immutable parallel safe
return case when company and (o.company_least is not null or o.company_pack is not null)
            then o.company_least else o.order_least end;

create function pack_of(o offer, company boolean) returns integer
  language sql immutable parallel safe
return case when company and (o.company_least is not null or o.company_pack is not null)
            then o.company_pack else o.order_pack end;

create or replace function in_packs(o offer, company boolean, units integer) returns boolean
  language sql immutable parallel safe
return units >= coalesce(least_of(o, company), 1) and units % coalesce(pack_of(o, company), 1) = 0
   and units <= coalesce(o.order_most, 9999);
