-- A rule may be called by a name in each language; the one in "name" is for who knows only one.
alter table commission_rule add column names jsonb;
