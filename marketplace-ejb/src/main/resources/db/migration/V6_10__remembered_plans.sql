-- Functions that ask a question. PostgreSQL can neither unfold one of these into the statement around
-- it nor keep the plan of a function in plain SQL: it was planned anew in each statement that called
-- it, which cost several times the answer, in every change of a cart. PL/pgSQL keeps plans for as
-- long as a connection lives. What they answer is what they answered before.

create or replace function is_company(buyer uuid) returns boolean
  language plpgsql stable parallel safe as $$
begin
  return buyer is not null and exists (select from company c where c.account_id = buyer);
end $$;

create or replace function unit_price(price bigint, breaks jsonb, quantity int) returns bigint
  language plpgsql immutable parallel safe as $$
begin
  if breaks is null then
    return price;
  end if;
  return coalesce(
    (select (step.value ->> 'minor')::bigint
       from jsonb_array_elements(breaks) step
      where (step.value ->> 'from')::int <= quantity
      order by (step.value ->> 'from')::int desc limit 1),
    price);
end $$;

create or replace function lower_breaks(o offer) returns jsonb
  language plpgsql stable parallel safe as $$
begin
  return (
    select jsonb_agg(jsonb_build_object('from', step.units, 'minor', step.minor) order by step.units)
      from (
        select each.units, each.minor,
               lag(each.minor, 1, least(o.price_minor, o.company_price_minor))
                 over (order by each.units) as former
          from (
            select n.units,
                   least(unit_price(o.price_minor, o.price_breaks, n.units),
                         unit_price(o.company_price_minor, o.company_breaks, n.units)) as minor
              from (select distinct (one.value ->> 'from')::int as units
                      from jsonb_array_elements(
                        coalesce(o.price_breaks, '[]') || coalesce(o.company_breaks, '[]')) one) n
          ) each) step
     where step.minor < step.former);
end $$;

create or replace function promotions_of(of_cart uuid, at timestamptz) returns jsonb
  language plpgsql stable as $$
begin
  return (
    with here as materialized (
      select distinct o.vendor_id from cart_line l join offer o on o.id = l.offer_id
       where l.cart_id = of_cart
    ), entered as materialized (
      select k.code, k.added_at from cart_coupon k where k.cart_id = of_cart
    ), found as materialized (
      select p.* from promotion p
       where p.code is null and p.status = 'ACTIVE' and p.starts_at <= at
         and (p.ends_at is null or p.ends_at > at)
         and (p.vendor_id is null or p.vendor_id in (select vendor_id from here))
      union all
      select p.* from entered k join promotion p on p.code = k.code
       where p.vendor_id is null or p.vendor_id in (select vendor_id from here)
    )
    select case when exists (select from entered) or exists (select from found) then
      jsonb_build_object(
        'codes', coalesce((select jsonb_agg(code order by added_at, code) from entered), '[]'),
        'offered', coalesce((select jsonb_agg(jsonb_build_object(
            'id', p.id, 'version', p.version, 'vendorId', p.vendor_id, 'code', p.code,
            'title', p.title, 'basisPoints', p.basis_points, 'amountMinor', p.amount_minor,
            'minimumMinor', p.minimum_minor, 'currency', p.currency,
            'platformBasisPoints', p.platform_basis_points,
            'target', p.target, 'targets', to_jsonb(p.targets), 'stackable', p.stackable,
            'members', case when p.vendor_id is null and p.platform_basis_points < 10000 then
                coalesce((select jsonb_agg(m.vendor_id) from promotion_member m
                           where m.promotion_id = p.id
                             and m.vendor_id in (select vendor_id from here)), '[]') end,
            'obstacle', case
                when p.status <> 'ACTIVE' or p.ends_at <= at then 'ended'
                when p.starts_at > at then 'not-started'
                when p.used >= p.total_limit then 'exhausted'
                when exists (select from promotion_buyer b join cart c on c.id = of_cart
                              where b.promotion_id = p.id and b.buyer = lower(c.email)
                                and b.used >= p.buyer_limit) then 'used' end))
          from found p), '[]')) end);
end $$;
