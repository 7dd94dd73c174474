-- A gift card whose purchase a check wants a person to look at is made and blocked, and its code is
-- not sent before somebody lets it go on.
alter table gift_card_sale add column held boolean not null default false;
