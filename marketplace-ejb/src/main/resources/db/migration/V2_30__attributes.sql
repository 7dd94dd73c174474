-- What is said about things, by category: one dictionary for the whole market, so that the same
-- colour is found under every roof, in every language.
create table attribute (
  code       text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  label      jsonb not null,
  help       jsonb not null default '{}',
  type       text not null check (type in ('TEXT', 'NUMBER', 'CHOICE', 'YES_NO', 'DATE')),
  unit       text check (type = 'NUMBER' or unit is null),
  several    boolean not null default false check (not several or type in ('TEXT', 'CHOICE')),
  filterable boolean not null default false,
  position   int not null default 0,
  archived   boolean not null default false
);

-- Values people choose from. They are never deleted: orders of the past name them.
create table attribute_value (
  attribute_code text not null references attribute,
  code           text not null check (length(code) between 1 and 80 and code !~ '[,=]'),
  label          jsonb not null,
  position       int not null default 0,
  archived       boolean not null default false,
  primary key (attribute_code, code)
);

-- Which attributes a category asks for; the categories below it ask for them too.
create table category_attribute (
  category_id    uuid not null references category,
  attribute_code text not null references attribute,
  required       boolean not null default false,
  axis           boolean not null default false,
  position       int not null default 0,
  primary key (category_id, attribute_code)
);
create index category_attribute_attribute on category_attribute (attribute_code);

-- Who may sell in a category, it and all below it.
alter table category
  add column archived           boolean not null default false,
  add column professionals_only boolean not null default false,
  add column named_only         boolean not null default false,
  add column taxonomy_id        int unique;
create index category_parent on category (parent_id, position);

create table category_vendor (
  category_id uuid not null references category,
  vendor_id   uuid not null references vendor,
  primary key (category_id, vendor_id)
);
create index category_vendor_vendor on category_vendor (vendor_id);

-- 'colour=red' for each value of an attribute or an option of an offer, for filters and counts.
-- shared: several listings are on the same product, lists show the best of them.
alter table listing
  add column facets text[] not null default '{}',
  add column shared boolean not null default false;
create index listing_facets on listing using gin (facets);
update listing l set shared = true
 where exists (select 1 from listing o where o.product_id = l.product_id and o.id <> l.id);
