-- Pictures behind addresses in vendors' files are fetched; files and staged rows are not kept for ever.
alter table import_run drop constraint import_run_phase_check;
alter table import_run
  add constraint import_run_phase_check check (phase in ('READING', 'FETCHING', 'COMPARING', 'WRITING', 'DONE')),
  add column pictures         int not null default 0, -- addresses that were to be fetched
  add column pictures_fetched int not null default 0, -- of which it is known what is there
  add column cleaned_at       timestamptz;            -- file and staged rows were thrown away
create index import_run_old on import_run (touched_at)
  where cleaned_at is null and status in ('STOPPED', 'COMPLETED', 'FAILED');

-- What is still to be fetched for an import.
create table import_fetch (
  import_id uuid not null references import_run on delete cascade,
  address   text not null,
  primary key (import_id, address)
);
