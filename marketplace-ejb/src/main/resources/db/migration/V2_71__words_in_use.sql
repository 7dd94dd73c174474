-- Every word that a title, a shop or a category has, once: what a mistyped word is compared with.
-- Words are few where listings are many, and short where titles are long.
create table search_word (
  word text primary key check (length(word) between 3 and 40)
);
insert into search_word
select distinct word
  from listing, regexp_split_to_table(search_words, '[^[:alnum:]]+') as word
 where length(word) between 3 and 40;
create index search_word_similar on search_word using gin (word gin_trgm_ops);
drop index listing_similar;
