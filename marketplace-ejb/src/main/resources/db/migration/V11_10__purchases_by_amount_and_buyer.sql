-- The operator's list of purchases, sorted by what was paid or by who bought: a page is read, however many there are.
create index order_group_total on order_group (total_minor, id);
create index order_group_buyer on order_group ((lower(name) collate "und-x-icu"), id);
