-- Operators read reviews by age and by stars, a page at a time.
create index review_by_age on review (written_at, id);
create index review_by_stars on review (stars, id);
