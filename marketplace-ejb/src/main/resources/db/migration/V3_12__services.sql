-- When and how a buyer wishes a service, and when it was done.
alter table cart_line
  add column wished_on date,
  add column note text check (length(note) <= 1000);
alter table order_line
  add column wished_on date,
  add column note text,
  add column performed_on date;

-- Where a service is done: the listing's editor asks for it, buyers read it, and work done at the
-- vendor's is taxed there.
insert into attribute (code, label, type, filterable)
values ('service-place', '{"fr": "Lieu de la prestation", "en": "Where it is done"}', 'CHOICE', true)
on conflict (code) do nothing;
insert into attribute_value (attribute_code, code, label, position)
values ('service-place', 'at-buyer', '{"fr": "Chez l’acheteur", "en": "At the buyer’s"}', 0),
       ('service-place', 'at-vendor', '{"fr": "Chez le vendeur", "en": "At the seller’s"}', 1),
       ('service-place', 'remote', '{"fr": "À distance", "en": "Remotely"}', 2)
on conflict (attribute_code, code) do nothing;
