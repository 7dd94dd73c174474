-- A vendor's file on its way into the catalogue. The file itself lies below $HALLES_HOME/imports.
create table import_run (
  id           uuid primary key,
  vendor_id    uuid not null references vendor,
  account_id   uuid,                   -- who sent it; null once erased
  actor        text not null,          -- as the audit log calls them
  roles        text[] not null default '{}',
  key          text,                   -- Idempotency-Key, if one was sent
  format       text not null,
  file_name    text not null,
  sha256       text not null,
  bytes        bigint not null,
  charset      text not null,
  separator    char(1) not null,
  header       text[] not null,
  settings     jsonb not null,         -- language, currency, columns and categories as mapped
  dry_run      boolean not null,
  status       text not null check (status in ('QUEUED', 'RUNNING', 'STOPPING', 'STOPPED', 'COMPLETED', 'FAILED')),
  phase        text not null check (phase in ('READING', 'COMPARING', 'WRITING', 'DONE')),
  rows_read    int not null default 0,
  rows_done    boolean not null default false, -- the whole file is staged
  grouped      boolean not null default false, -- rows are put together to articles
  articles     int not null default 0,
  created      int not null default 0,
  updated      int not null default 0,
  unchanged    int not null default 0,
  failed       int not null default 0,
  attempts     int not null default 0,
  execution_id bigint,                 -- of the batch job
  node         text,                   -- the server that works on it
  boot_id      uuid,                   -- since that start of it
  touched_at   timestamptz not null,   -- a sign of life of that server
  created_at   timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz
);
create index import_run_vendor on import_run (vendor_id, id desc);
create unique index import_run_key on import_run (vendor_id, key) where key is not null;
create index import_run_open on import_run (created_at) where status in ('QUEUED', 'RUNNING', 'STOPPING');

-- What each row of the file says, before rows are put together.
create table import_row (
  import_id uuid not null references import_run on delete cascade,
  row_no    int not null,
  article   text not null,
  facts     jsonb not null,
  primary key (import_id, row_no)
);
create index import_row_article on import_row (import_id, article, row_no);

-- An article of the file and what becomes of it.
create table import_item (
  import_id  uuid not null references import_run on delete cascade,
  no         int not null,
  article    text not null,
  first_row  int not null,
  rows       int not null,
  title      text,
  outcome    text check (outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'FAILED')),
  listing_id uuid,
  changes    jsonb not null default '[]',
  primary key (import_id, no)
);
create index import_item_todo on import_item (import_id, no) where outcome is null;
create index import_item_outcome on import_item (import_id, outcome, no);

-- Everything wrong with it; rows of an article that failed, or of the whole file (item 0).
create table import_problem (
  id        bigint generated always as identity primary key,
  import_id uuid not null references import_run on delete cascade,
  item_no   int,
  severity  text not null check (severity in ('ERROR', 'NOTICE')),
  row_no    int,
  field     text not null,
  value     text,
  message   jsonb not null,
  fix       jsonb not null
);
create index import_problem_run on import_problem (import_id, severity, coalesce(row_no, 0), id);
create index import_problem_item on import_problem (import_id, item_no);

-- What a vendor said once about a layout, for its next file.
create table import_mapping (
  vendor_id uuid not null references vendor,
  format    text not null,
  settings  jsonb not null,
  primary key (vendor_id, format)
);

-- Which stored picture stands behind an address of a vendor's files, or why there is none.
create table import_picture (
  vendor_id uuid not null references vendor,
  address   text not null,
  media_id  text references media,
  fault     jsonb,
  asked_at  timestamptz not null,
  primary key (vendor_id, address),
  check ((media_id is null) <> (fault is null))
);
