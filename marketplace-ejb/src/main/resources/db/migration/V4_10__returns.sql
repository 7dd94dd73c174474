-- Goods that go back: returns asked of a vendor, and withdrawals from the contract (Directive
-- 2011/83/EU, Articles 9 to 16). Both are one journey from the moment the goods may be sent.

-- What the law excludes from withdrawal (Article 16), set for a category and what lies below it, or
-- for one listing; NONE on a listing: not excluded although its category is.
alter table category add column withdrawal_exclusion text check (withdrawal_exclusion in
  ('PERISHABLE', 'MADE_TO_MEASURE', 'SEALED_HYGIENE', 'SEALED_MEDIA', 'PRESS', 'MIXED', 'DATED_SERVICE'));
alter table listing add column withdrawal_exclusion text check (withdrawal_exclusion in
  ('NONE', 'PERISHABLE', 'MADE_TO_MEASURE', 'SEALED_HYGIENE', 'SEALED_MEDIA', 'PRESS', 'MIXED', 'DATED_SERVICE'));

-- The listing's own word, or that of the nearest category above it; null: may be withdrawn from.
create function withdrawal_exclusion_of(listing uuid) returns text
  language sql stable parallel safe
  as $$
    select nullif(coalesce(l.withdrawal_exclusion,
      (select a.withdrawal_exclusion
         from category c join category a on a.slug = any(c.path)
        where c.id = l.category_id and a.withdrawal_exclusion is not null
        order by cardinality(a.path) desc limit 1)), 'NONE')
      from listing l where l.id = $1
  $$;

-- Frozen with the order: a later mark changes nothing of what was bought.
alter table order_line add column withdrawal_exclusion text;
-- The least expensive delivery offered for the part, which is all a withdrawal gives back of it.
alter table vendor_order add column cheapest_shipping_minor bigint check (cheapest_shipping_minor >= 0);
-- Whether the seller was a trader when the contract was made.
alter table vendor_order add column sold_by_trader boolean;
update vendor_order o set sold_by_trader = v.kind = 'PROFESSIONAL' from vendor v where v.id = o.vendor_id;

-- Why goods go back, as the operator words it; DAYS from the delivery of the last of them.
create table return_reason (
  code           text primary key check (code ~ '^[a-z0-9](-?[a-z0-9]){1,39}$'),
  name           jsonb not null,
  cost_borne_by  text not null check (cost_borne_by in ('VENDOR', 'BUYER')),
  days           int not null check (days between 1 and 730),
  photo_needed   boolean not null default false,
  delivery_back  boolean not null default true, -- what the delivery cost, if everything goes back
  active         boolean not null default true,
  position       int not null
);
insert into return_reason (code, name, cost_borne_by, days, photo_needed, delivery_back, position) values
  ('damaged', '{"fr": "Arrivé abîmé", "en": "Arrived damaged"}', 'VENDOR', 30, true, true, 1),
  ('defective', '{"fr": "Ne fonctionne pas", "en": "Does not work"}', 'VENDOR', 730, false, true, 2),
  ('wrong', '{"fr": "Ce n’est pas l’article commandé", "en": "Not what was ordered"}', 'VENDOR', 30, false, true, 3),
  ('not-as-described', '{"fr": "Ne correspond pas à l’annonce", "en": "Not as described"}', 'VENDOR', 30, false, true, 4),
  ('changed-mind', '{"fr": "Ne convient pas", "en": "Changed my mind"}', 'BUYER', 30, false, false, 5),
  ('other', '{"fr": "Autre raison", "en": "Another reason"}', 'BUYER', 30, false, false, 6);

create table return_policy (
  only_row          boolean primary key default true check (only_row),
  answer_days       int not null default 3 check (answer_days between 1 and 30),
  silence           text not null default 'ACCEPTS' check (silence in ('ACCEPTS', 'ESCALATES')),
  send_days         int not null default 14 check (send_days between 1 and 90),
  check_days        int not null default 7 check (check_days between 1 and 60),
  withdrawal_cost_borne_by text not null default 'BUYER' check (withdrawal_cost_borne_by in ('VENDOR', 'BUYER')),
  changed_at        timestamptz not null default now()
);
insert into return_policy default values;

-- Where a vendor wants goods sent back.
create table return_terms (
  vendor_id    uuid primary key references vendor,
  address      text not null check (length(address) between 1 and 500),
  instructions text
);

create sequence return_number_seq;
create table goods_return (
  id              uuid primary key,
  number          text not null unique,
  kind            text not null check (kind in ('RETURN', 'WITHDRAWAL')),
  status          text not null check (status in
    ('REQUESTED', 'REFUSED', 'ACCEPTED', 'SENT', 'COMPLETED', 'REJECTED', 'CANCELLED', 'LAPSED')),
  order_group_id  uuid not null references order_group,
  vendor_order_id uuid not null references vendor_order,
  vendor_id       uuid not null references vendor,
  reason          text references return_reason,
  cost_borne_by   text not null check (cost_borne_by in ('VENDOR', 'BUYER')),
  delivery_minor  bigint not null default 0 check (delivery_minor >= 0), -- of the delivery, goes back with the goods
  currency        char(3) not null,
  declared_by     text,                        -- of a withdrawal: the name that was given
  words           text,                        -- the buyer's
  answer          text,                        -- the vendor's, or the operator's decision
  address         text,
  label_file      text,
  label_name      text,
  label_type      text,
  label_bytes     int,
  carrier         text,
  tracking_code   text,
  requested_at    timestamptz not null,
  answer_by       timestamptz,
  answered_at     timestamptz,
  send_by         timestamptz,
  sent_at         timestamptz,
  check_by        timestamptz,
  refund_by       timestamptz,                 -- of a withdrawal: fourteen days after it was declared
  checked_at      timestamptz,
  escalated_at    timestamptz,
  ended_at        timestamptz,
  version         int not null default 0,
  check ((kind = 'RETURN') = (reason is not null))
);
create index goods_return_newest on goods_return (requested_at desc, id desc);
create index goods_return_vendor on goods_return (vendor_id, requested_at desc, id desc);
create index goods_return_group on goods_return (order_group_id, requested_at);
create index goods_return_part on goods_return (vendor_order_id);
create index goods_return_waiting on goods_return (vendor_id, status)
  where status in ('REQUESTED', 'ACCEPTED', 'SENT');
create index goods_return_answer on goods_return (answer_by) where status = 'REQUESTED';
create index goods_return_send on goods_return (send_by) where status = 'ACCEPTED';
create index goods_return_check on goods_return (check_by) where status = 'SENT';
create index goods_return_escalated on goods_return (escalated_at) where escalated_at is not null and ended_at is null;

create table goods_return_line (
  return_id     uuid not null references goods_return,
  order_line_id uuid not null references order_line,
  quantity      int not null check (quantity > 0),
  refunded      int not null default 0 check (refunded >= 0),
  restocked     int not null default 0 check (restocked >= 0),
  primary key (return_id, order_line_id),
  check (refunded <= quantity and restocked <= quantity)
);
create index goods_return_line_of on goods_return_line (order_line_id);

-- The money that went back for it, in as many steps as it took.
create table goods_return_refund (
  return_id uuid not null references goods_return,
  refund_id uuid not null unique references refund,
  primary key (return_id, refund_id)
);

create table goods_return_file (
  id           uuid primary key,
  return_id    uuid not null references goods_return,
  file         text not null,
  name         text not null,
  content_type text not null,
  bytes        int not null check (bytes > 0)
);
create index goods_return_file_of on goods_return_file (return_id);

alter table refund drop constraint refund_cause_check;
alter table refund add constraint refund_cause_check
  check (cause in ('REFUND', 'REFUSAL', 'CANCELLATION', 'CHARGEBACK', 'RETURN', 'WITHDRAWAL', 'GOODWILL'));
