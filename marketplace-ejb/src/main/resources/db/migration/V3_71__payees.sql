-- With which gateways a vendor has signed up to be paid, as the gateway said last.
create table payee (
  vendor_id  uuid not null references vendor,
  gateway    text not null,
  ready      boolean not null,
  checked_at timestamptz not null,
  primary key (vendor_id, gateway)
);
