-- Why a commission rule is there, by language; null where it was said in only one.
alter table commission_rule add column reasons jsonb;
