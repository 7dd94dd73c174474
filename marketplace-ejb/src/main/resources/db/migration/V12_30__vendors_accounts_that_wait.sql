-- By what the account a vendor is paid to is known again, and from when another one is paid to.
create table vendor_paid_account (
  vendor_id    uuid primary key references vendor,
  mark         text not null,
  ending       text not null,
  payable_from timestamptz
);
