-- What durable observers of plugins still have to be told; told ones are forgotten after a week.
create table plugin_event (
  id         bigint generated always as identity primary key,
  observer   text not null,
  event_id   text not null,
  topic      text not null,
  payload    jsonb not null,
  attempts   int not null default 0,
  created_at timestamptz not null,
  due_at     timestamptz not null,
  done_at    timestamptz,
  given_up   boolean not null default false,
  unique (observer, event_id)
);
create index plugin_event_due on plugin_event (due_at, id) where done_at is null;
create index plugin_event_told on plugin_event (done_at) where done_at is not null;
