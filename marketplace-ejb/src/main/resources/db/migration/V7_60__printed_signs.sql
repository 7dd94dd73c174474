-- The parser of text search takes the signs of printers for letters: l’olive was one word, and
-- nobody who looked for olives found it. What people type is read as if it came from a typewriter.
create function as_typed(words text) returns text
  language sql immutable parallel safe
  return translate(words,
    U&'\2018\2019\02BC\2032\201C\201D\201E\00AB\00BB\2033\2013\2014\2022\00B7\2026\00A0\202F\2009',
    '''''''''              ');

-- Those already there are found by their parts too; an edit writes them anew.
update listing l
   set search = l.search
     || setweight(to_tsvector('halles_simple', as_typed(t.titles)), 'A')
     || setweight(to_tsvector('halles_fr', as_typed(t.titles)), 'A')
     || setweight(to_tsvector('halles_en', as_typed(t.titles)), 'A')
     || setweight(to_tsvector('halles_fr', as_typed(coalesce(l.description ->> 'fr', ''))), 'D')
     || setweight(to_tsvector('halles_en', as_typed(coalesce(l.description ->> 'en', ''))), 'D')
  from (select id, (select coalesce(string_agg(value, ' '), '') from jsonb_each_text(title)) as titles
          from listing) t
 where t.id = l.id
   and (as_typed(t.titles) <> t.titles or as_typed(l.description::text) <> l.description::text);

drop index buyer_request_search;
alter table buyer_request drop column search;
alter table buyer_request add column search tsvector generated always as (
  to_tsvector('halles_fr', as_typed(title || ' ' || description))
  || to_tsvector('halles_en', as_typed(title || ' ' || description))) stored;
create index buyer_request_search on buyer_request using gin (search) where status = 'OPEN';
