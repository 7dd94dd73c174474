-- What past orders would have paid under other commission rules.
create table commission_simulation (
  id          uuid primary key,
  status      text not null check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  request     jsonb not null,
  lines_total int not null default 0,
  lines_done  int not null default 0,
  outcome     jsonb,
  fault       text,
  created_at  timestamptz not null,
  created_by  text not null,
  touched_at  timestamptz not null,
  finished_at timestamptz
);
create index commission_simulation_newest on commission_simulation (created_at desc, id desc);
create index commission_simulation_open on commission_simulation (created_at) where status in ('WAITING', 'RUNNING');

-- Past orders are read in the order of their time.
create index vendor_order_placed on vendor_order (placed_at, id);
