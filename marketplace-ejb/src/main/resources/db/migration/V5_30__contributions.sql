-- What buyers add for others: chosen in the cart, frozen with the order.
alter table cart add contributions text[] not null default '{}';

alter table order_group add contribution_minor bigint not null default 0 check (contribution_minor >= 0);
alter table order_group drop constraint order_group_check;
alter table order_group add constraint order_group_check check (
  total_minor = items_minor + shipping_minor + buyer_fee_minor + contribution_minor + tax_added_minor
                - discount_minor);
