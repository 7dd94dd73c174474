-- Another account than before is paid to only from then on; null: at once.
alter table payee_account add column payable_from timestamptz;
