-- ANALYZE sorts a sample of every column. What is written with each purchase and never searched by
-- (traces, letters, answers kept) took most of that time and told the planner nothing.
alter table letter
  alter column facts set statistics 0,
  alter column subject set statistics 0,
  alter column body set statistics 0,
  alter column last_error set statistics 0;
alter table allocation_line
  alter column subject set statistics 0,
  alter column inputs_hash set statistics 0,
  alter column trace set statistics 0;
alter table order_line
  alter column title set statistics 0,
  alter column options set statistics 0,
  alter column image_media set statistics 0,
  alter column tax_label set statistics 0,
  alter column note set statistics 0;
alter table order_group
  alter column access_key set statistics 0,
  alter column name set statistics 0,
  alter column line1 set statistics 0,
  alter column line2 set statistics 0,
  alter column quote_hash set statistics 0,
  alter column company set statistics 0;
alter table order_event alter column data set statistics 0;
alter table outbox
  alter column payload set statistics 0,
  alter column last_error set statistics 0;
alter table idempotency
  alter column request_hash set statistics 0,
  alter column body set statistics 0,
  alter column location set statistics 0;
alter table payment_transaction
  alter column gateway_reference set statistics 0,
  alter column action_url set statistics 0,
  alter column failure_message set statistics 0;
