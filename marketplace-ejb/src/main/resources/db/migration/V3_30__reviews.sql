-- What buyers say of what they received, and what vendors answer. One review for one order line.
create table review (
  id             uuid primary key,               -- in the order of time
  order_line_id  uuid not null unique references order_line,
  order_group_id uuid not null references order_group,
  vendor_id      uuid not null references vendor,
  listing_id     uuid not null references listing,
  author         text not null,                  -- as it is signed: a first name and an initial
  stars          int not null check (stars between 1 and 5),
  text           text check (length(text) between 1 and 2000),
  written_at     timestamptz not null,
  edited_at      timestamptz,
  answer         text check (length(answer) between 1 and 2000),
  answered_at    timestamptz,
  hidden_at      timestamptz,                    -- by an operator; it then counts for nothing
  hidden_reason  text,
  hidden_by      uuid references account,
  check ((answer is null) = (answered_at is null)),
  check ((hidden_at is null) = (hidden_reason is null))
);
create index review_listing on review (listing_id, id desc) where hidden_at is null;
create index review_vendor on review (vendor_id, id desc);
create index review_unanswered on review (vendor_id, id desc) where answer is null and hidden_at is null;
create index review_group on review (order_group_id);
create index review_hidden on review (id desc) where hidden_at is not null;

-- How a listing is rated by those reviews that are shown; rewritten with each of them.
create table listing_rating (
  listing_id uuid primary key references listing,
  vendor_id  uuid not null references vendor,
  reviews    int not null,
  stars      int not null                        -- the sum: the average is stars / reviews
);
create index listing_rating_vendor on listing_rating (vendor_id) include (reviews, stars);

-- A notice may be about what a buyer wrote.
alter table notice add column review_id uuid references review;
