-- Coupons and campaigns. A vendor's own is paid by that vendor; the operator's is shared between
-- the platform and the vendors that take part.
create table promotion (
  id             uuid primary key,
  vendor_id      uuid references vendor,
  code           text check (code ~ '^[A-Z0-9][A-Z0-9-]{2,29}$'), -- null: without a code
  title          jsonb not null,
  kind           text not null check (kind in ('PERCENT', 'AMOUNT')),
  basis_points   int check (basis_points between 1 and 9000),
  amount_minor   bigint check (amount_minor > 0),
  minimum_minor  bigint check (minimum_minor > 0),
  currency       char(3),
  platform_basis_points int not null check (platform_basis_points between 0 and 10000),
  target         text not null check (target in ('ALL', 'VENDOR', 'CATEGORY', 'LISTING')),
  targets        text[] not null default '{}',
  stackable      boolean not null,
  total_limit    int check (total_limit > 0),
  buyer_limit    int check (buyer_limit > 0),
  used           int not null default 0 check (used >= 0), -- counted only where there is a limit
  starts_at      timestamptz not null,
  ends_at        timestamptz check (ends_at > starts_at),
  status         text not null check (status in ('ACTIVE', 'PAUSED', 'ENDED')),
  created_at     timestamptz not null,
  version        int not null default 0,
  check ((kind = 'PERCENT') = (basis_points is not null) and (kind = 'AMOUNT') = (amount_minor is not null)),
  check (currency is not null or (amount_minor is null and minimum_minor is null)),
  check (vendor_id is null or platform_basis_points = 0),
  check (total_limit is null or used <= total_limit)
);
create unique index promotion_code on promotion
  (code, coalesce(vendor_id, '00000000-0000-0000-0000-000000000000')) where code is not null and status <> 'ENDED';
create index promotion_codes on promotion (code) where code is not null;
create index promotion_vendor on promotion (vendor_id, created_at desc, id desc);
create index promotion_automatic on promotion (vendor_id) where code is null and status = 'ACTIVE';

-- A vendor that pays a part of an operator's campaign has agreed to it.
create table promotion_member (
  promotion_id uuid not null references promotion,
  vendor_id    uuid not null references vendor,
  joined_at    timestamptz not null,
  primary key (promotion_id, vendor_id)
);

-- How often each buyer used one that is limited per buyer.
create table promotion_buyer (
  promotion_id uuid not null references promotion,
  buyer        text not null,
  used         int not null check (used >= 0),
  primary key (promotion_id, buyer)
);

-- One use a purchase; given back when the purchase is not paid.
create table promotion_use (
  promotion_id   uuid not null references promotion,
  order_group_id uuid not null references order_group,
  buyer          text not null,
  at             timestamptz not null,
  released_at    timestamptz,
  primary key (promotion_id, order_group_id)
);
create index promotion_use_group on promotion_use (order_group_id);

-- What was taken off each line, and whose money that is: frozen with the order.
create table order_discount (
  order_line_id     uuid not null references order_line,
  order_group_id    uuid not null references order_group,
  promotion_id      uuid not null references promotion,
  promotion_version int not null,
  code              text,
  title             jsonb not null,
  amount_minor      bigint not null check (amount_minor > 0),
  platform_minor    bigint not null check (platform_minor between 0 and amount_minor),
  primary key (order_line_id, promotion_id)
);
create index order_discount_group on order_discount (order_group_id);
create index order_discount_promotion on order_discount (promotion_id);

-- Codes that a buyer entered, whether they apply or not.
create table cart_coupon (
  cart_id  uuid not null references cart,
  code     text not null,
  added_at timestamptz not null,
  primary key (cart_id, code)
);

-- Everything that may take something off a cart, with what stands in its way.
create function promotions_of(of_cart uuid, at timestamptz) returns jsonb language sql stable as $$
  with here as materialized (
    select distinct o.vendor_id from cart_line l join offer o on o.id = l.offer_id where l.cart_id = of_cart
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
          'id', p.id, 'version', p.version, 'vendorId', p.vendor_id, 'code', p.code, 'title', p.title,
          'basisPoints', p.basis_points, 'amountMinor', p.amount_minor, 'minimumMinor', p.minimum_minor,
          'currency', p.currency, 'platformBasisPoints', p.platform_basis_points,
          'target', p.target, 'targets', to_jsonb(p.targets), 'stackable', p.stackable,
          'members', case when p.vendor_id is null and p.platform_basis_points < 10000 then
              coalesce((select jsonb_agg(m.vendor_id) from promotion_member m
                         where m.promotion_id = p.id and m.vendor_id in (select vendor_id from here)), '[]') end,
          'obstacle', case
              when p.status <> 'ACTIVE' or p.ends_at <= at then 'ended'
              when p.starts_at > at then 'not-started'
              when p.used >= p.total_limit then 'exhausted'
              when exists (select from promotion_buyer b join cart c on c.id = of_cart
                            where b.promotion_id = p.id and b.buyer = lower(c.email)
                              and b.used >= p.buyer_limit) then 'used' end))
        from found p), '[]')) end
$$;
