-- What a unit costs from so many pieces on, as [{"from": 10, "minor": 450}, ...] in the offer's
-- currency: thresholds rise, prices fall. Null where every unit costs the same.
alter table offer
  add column price_breaks jsonb check (jsonb_typeof(price_breaks) = 'array');

-- A unit's price at this quantity.
create function unit_price(price bigint, breaks jsonb, quantity int) returns bigint
  language sql immutable parallel safe
return case when breaks is null then price
       else coalesce((select (step ->> 'minor')::bigint from jsonb_array_elements(breaks) step
                       where (step ->> 'from')::int <= quantity
                       order by (step ->> 'from')::int desc limit 1), price) end;
