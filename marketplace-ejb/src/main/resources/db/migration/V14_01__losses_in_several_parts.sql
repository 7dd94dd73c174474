-- A bank may give what was booked as a loss back in several parts: each is booked anew.
alter table uncovered_chargeback add column parts int not null default 0 check (parts >= 0);
update uncovered_chargeback set parts = 1 where in_part;
alter table uncovered_chargeback drop column in_part;
