-- Each listing that is handed in is compared with those that may be the same. Without an index that
-- reads every listing there is, and a catalogue of n articles costs n times n.
-- Entered at once, not gathered: a gathered lot would be entered by one unlucky import's statement.
create index listing_similar on listing using gin (search_words gin_trgm_ops)
  with (fastupdate = off) where status in ('LIVE', 'SUBMITTED');
