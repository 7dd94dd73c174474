-- A refund that its gateway refused and that is tried again keeps what is exact by then: each attempt
-- has rows of its own, and those of the refund's present attempt count.
alter table refund add column attempt int not null default 1 check (attempt > 0);
alter table refund_kept add column attempt int not null default 1;
alter table refund_kept drop constraint refund_kept_pkey;
alter table refund_kept add primary key (refund_id, allocation_line_id, attempt);

