-- The buyer chose store credit instead of the means of payment: never anybody else's choice.
alter table goods_return add column to_credit boolean not null default false;
