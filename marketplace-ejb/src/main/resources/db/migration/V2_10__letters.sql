-- Mails that wait, were sent, or could not be. One event makes one letter a reader, however often
-- it is delivered. The facts are forgotten once a letter has gone: they may open doors.
create table letter (
  id         uuid primary key,
  key        text not null unique,
  template   text not null,
  recipient  text not null,
  language   char(2) not null,
  facts      jsonb,
  status     text not null check (status in ('WAITING', 'SENT', 'UNDELIVERABLE')),
  attempts   int not null default 0,
  created_at timestamptz not null,
  due_at     timestamptz not null,
  sent_at    timestamptz,
  last_error text,
  subject    text,
  body       jsonb -- kept only where the demonstration shows its mails
);
create index letter_due on letter (due_at, id) where status = 'WAITING';
create index letter_newest on letter (created_at desc, id desc);
create index letter_recipient on letter (lower(recipient), created_at desc, id desc);
create index letter_stuck on letter (created_at desc, id desc) where status <> 'SENT';
