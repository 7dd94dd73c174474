-- Figures count what buyers were asked for: charges, and amounts their banks hold.
create index payment_transaction_asked on payment_transaction (created_at)
  where kind in ('CHARGE', 'AUTHORISE');
drop index payment_transaction_charges;
