-- A purchase that a check held and a person ended: everything goes back, whatever the policy keeps.
alter table refund drop constraint refund_cause_check;
alter table refund add constraint refund_cause_check check (cause in
  ('REFUND', 'REFUSAL', 'CANCELLATION', 'REVIEW', 'RETURN', 'WITHDRAWAL', 'CHARGEBACK', 'GOODWILL'));

-- Who else had something delivered to a street lately is asked at each purchase that is looked at.
create index order_group_place on order_group (postal_code, placed_at desc);
