-- Versions that are no longer in force are listed newest first.
create index commission_rule_past on commission_rule (created_at desc, id desc, version desc)
  where status in ('RETIRED', 'REJECTED');
