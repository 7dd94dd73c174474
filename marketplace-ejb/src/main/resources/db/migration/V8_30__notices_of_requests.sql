-- Anybody reports what a buyer asks for. Such a notice has no vendor: what is decided about it
-- concerns the buyer who asked.
alter table notice alter column vendor_id drop not null;
alter table notice add column request_id uuid references buyer_request;
alter table notice add constraint notice_about_somebody
  check ((vendor_id is null) = (request_id is not null)) not valid;
alter table notice validate constraint notice_about_somebody;
create index notice_request on notice (request_id) where request_id is not null;

alter table notice_decision alter column vendor_id drop not null;
alter table notice_decision add column request_id uuid references buyer_request;
alter table notice_decision add constraint notice_decision_about_somebody
  check ((vendor_id is null) = (request_id is not null)) not valid;
alter table notice_decision validate constraint notice_decision_about_somebody;
create index notice_decision_request on notice_decision (request_id, id desc)
  where request_id is not null;
alter table notice_decision drop constraint notice_decision_restriction_check;
alter table notice_decision add constraint notice_decision_restriction_check check (restriction in
  ('NONE', 'LISTING_REFUSED', 'LISTING_REMOVED', 'VENDOR_SUSPENDED', 'REQUEST_REMOVED')) not valid;
alter table notice_decision validate constraint notice_decision_restriction_check;

comment on column complaint.by_vendor is
  'by the one whom the decision restricts, a vendor or the buyer of a request; else by the notifier';
