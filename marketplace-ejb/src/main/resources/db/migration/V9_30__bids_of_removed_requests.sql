-- Offers that stood when an operator removed the request stand again when it is restored.
alter table bid add column removed_with_request boolean not null default false;
comment on column bid.removed_with_request is
  'turned down because the request was removed, not because the buyer wanted no more of it';
