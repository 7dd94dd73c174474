-- A rule is agreed by two sides: whoever offers a version has signed it, and the other side signs
-- exactly that content. COUNTERED is an offer of the operator that waits for the vendor.
alter table commission_rule drop constraint commission_rule_status_check;
alter table commission_rule add constraint commission_rule_status_check
  check (status in ('PROPOSED', 'COUNTERED', 'ACTIVE', 'RETIRED', 'REJECTED'));
alter table commission_rule
  add column vendor_signed_by text,
  add column vendor_signed_at timestamptz;
update commission_rule set vendor_signed_by = proposed_by, vendor_signed_at = created_at
 where proposed_by like 'plugin:%';

drop index commission_rule_current;
create unique index commission_rule_current on commission_rule (id)
  where status in ('ACTIVE', 'PROPOSED', 'COUNTERED');
create index commission_rule_of_vendor on commission_rule (vendor_id, created_at desc)
  where vendor_id is not null;
