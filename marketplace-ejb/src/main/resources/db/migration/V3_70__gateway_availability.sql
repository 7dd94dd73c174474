-- Where a gateway is offered; one without a row is offered everywhere.
create table gateway_availability (
  gateway    text primary key,
  countries  text[] not null default '{}', -- of the delivery; none: everywhere
  currencies text[] not null default '{}', -- none: all that the gateway takes
  vendors    uuid[] not null default '{}', -- all of the cart's must be among them; none: everybody
  changed_at timestamptz not null
);
