-- What waits for a moderator, or did: a listing that was not on sale, or a change of one that is.
create table moderation_case (
  id             uuid primary key,
  listing_id     uuid not null references listing,
  vendor_id      uuid not null references vendor,
  change_id      uuid references listing_change,
  status         text not null check (status in ('WAITING', 'DECIDED', 'LEFT')),
  round          int not null default 1,   -- rises when the vendor changes it while it waits
  submitted_at   timestamptz not null,
  due_at         timestamptz not null,
  checked_at     timestamptz,              -- null while the checks have not looked
  risk           smallint not null default 0 check (risk between 0 and 3), -- 0 unknown, 3 high
  assigned_to    uuid references account,
  assigned_until timestamptz
);
create unique index moderation_case_waiting on moderation_case (listing_id) where status = 'WAITING';
create index moderation_case_due on moderation_case (due_at, id) where status = 'WAITING';
create index moderation_case_newest on moderation_case (submitted_at desc, id desc) where status = 'WAITING';
create index moderation_case_risk on moderation_case (risk desc, due_at, id) where status = 'WAITING';
create index moderation_case_unchecked on moderation_case (submitted_at) where status = 'WAITING' and checked_at is null;
create index moderation_case_listing on moderation_case (listing_id, id desc);

create table moderation_finding (
  case_id  uuid not null references moderation_case,
  position int not null,
  check_id text not null,
  severity text not null check (severity in ('NOTE', 'WARNING', 'SERIOUS', 'FAILED')),
  field    text not null,
  message  jsonb not null,
  primary key (case_id, position)
);

create table moderation_decision (
  id            uuid primary key,
  case_id       uuid references moderation_case,
  listing_id    uuid not null references listing,
  vendor_id     uuid not null references vendor,
  change_id     uuid references listing_change,
  outcome       text not null check (outcome in ('APPROVED', 'REJECTED', 'CHANGES_REQUESTED', 'TAKEN_DOWN')),
  status_before text not null,
  status_after  text not null,
  reason        text,
  rule          text,                      -- the operator's rule that decided, or null for a person
  decided_by    uuid references account,
  decided_at    timestamptz not null,
  undone_at     timestamptz,
  undone_by     uuid references account
);
create index moderation_decision_listing on moderation_decision (listing_id, id desc);
create index moderation_decision_vendor on moderation_decision (vendor_id) where outcome = 'APPROVED' and undone_at is null;

create table moderation_note (
  id         uuid primary key,
  listing_id uuid not null references listing,
  author_id  uuid references account,
  at         timestamptz not null,
  text       text not null,
  to_vendor  boolean not null              -- else only operators read it
);
create index moderation_note_listing on moderation_note (listing_id, id desc);

create table reason_template (
  id       uuid primary key,
  outcome  text check (outcome in ('REJECTED', 'CHANGES_REQUESTED', 'TAKEN_DOWN')), -- null: any
  title    jsonb not null,
  text     jsonb not null,
  position int not null
);

-- What operators set: the rule for edits of low risk, the target time, each check's settings.
create table moderation_setting (
  key   text primary key,
  value jsonb not null
);

create index listing_image_media on listing_image (media_id);

insert into reason_template (id, outcome, title, text, position) values
  (gen_random_uuid(), 'CHANGES_REQUESTED', '{"fr": "Photos à revoir", "en": "Pictures to improve"}',
   '{"fr": "Ajoutez au moins une photo nette de l’article lui-même, prise par vous, sans logo ni texte ajouté.", "en": "Please add at least one sharp picture of the item itself, taken by you, without added logos or text."}', 1),
  (gen_random_uuid(), 'CHANGES_REQUESTED', '{"fr": "Description trop courte", "en": "Description too short"}',
   '{"fr": "Décrivez la matière, les dimensions et l’état : un acheteur doit pouvoir décider sans vous écrire.", "en": "Please describe material, size and condition, so that a buyer can decide without writing to you."}', 2),
  (gen_random_uuid(), 'CHANGES_REQUESTED', '{"fr": "Mauvais rayon", "en": "Wrong category"}',
   '{"fr": "Cet article n’est pas dans le bon rayon. Choisissez celui où un acheteur le chercherait.", "en": "This item is not in the right category. Please choose the one where a buyer would look for it."}', 3),
  (gen_random_uuid(), 'CHANGES_REQUESTED', '{"fr": "Prix à vérifier", "en": "Price to check"}',
   '{"fr": "Le prix s’écarte beaucoup de ceux du rayon. Vérifiez-le, et les décimales aussi.", "en": "The price is far from those of the category. Please check it, and its decimals."}', 4),
  (gen_random_uuid(), 'REJECTED', '{"fr": "Contrefaçon présumée", "en": "Suspected counterfeit"}',
   '{"fr": "Cette annonce semble porter sur une contrefaçon. Nos conditions et la loi l’interdisent. Si vous disposez de factures d’un revendeur agréé, joignez-les à une réclamation.", "en": "This listing appears to offer a counterfeit, which our terms and the law forbid. If you have invoices of an authorised dealer, give them with a complaint."}', 5),
  (gen_random_uuid(), 'REJECTED', '{"fr": "Article interdit", "en": "Forbidden item"}',
   '{"fr": "Cet article ne peut pas être vendu sur cette place de marché, quel que soit le vendeur.", "en": "This item may not be sold on this marketplace, whoever sells it."}', 6),
  (gen_random_uuid(), null, '{"fr": "Doublon", "en": "Duplicate"}',
   '{"fr": "Vous vendez déjà cet article dans une autre annonce. Ajoutez-y une variante au lieu d’en ouvrir une seconde.", "en": "You already sell this item in another listing. Please add a variant there instead of opening a second one."}', 7);
