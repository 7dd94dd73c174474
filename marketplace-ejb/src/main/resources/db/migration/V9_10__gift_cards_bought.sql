-- Gift cards that buyers buy: a purchase without vendors, whose money becomes store credit.

-- Whether they are offered, and how long a card is good that is bought now.
create table gift_card_terms (
  offered boolean not null default false,
  months  int     not null default 24 check (months between 12 and 120),
  version int     not null default 1
);
create unique index gift_card_terms_one on gift_card_terms ((true));
insert into gift_card_terms default values;

-- What a card may be worth, a row for each currency that is offered.
create table gift_card_bounds (
  currency    char(3) primary key,
  least_minor bigint not null check (least_minor > 0),
  most_minor  bigint not null check (most_minor >= least_minor)
);

-- What was bought: whom it is for, frozen with its purchase. The card is made when it is paid; its
-- code waits in the vault's seal until the day it is mailed.
create table gift_card_sale (
  order_group_id uuid primary key references order_group,
  amount_minor   bigint not null check (amount_minor > 0),
  currency       char(3) not null,
  recipient      text not null,             -- the mailbox the code goes to
  sender         text,
  greeting       text,
  language       char(2) not null,
  deliver_on     date,                      -- null: as soon as it is paid
  months         int not null,
  credit_id      uuid unique references store_credit,
  due_at         timestamptz,
  sealed_code    text,
  sent_at        timestamptz,
  frozen         boolean not null default false, -- a bank took the money back and has not decided
  check ((credit_id is null) = (due_at is null)),
  check (sent_at is null or due_at is not null)
);
create index gift_card_sale_due on gift_card_sale (due_at) where sent_at is null and due_at is not null;

-- The id of such a purchase stands where that of a cart does: it becomes at most one live order.
alter table cart add column for_gift_card boolean not null default false;

alter table allocation_line drop constraint allocation_line_kind_check;
alter table allocation_line add constraint allocation_line_kind_check check (kind in (
  'VENDOR_NET', 'COMMISSION', 'COMMISSION_VAT', 'AFFILIATE', 'TAX', 'BUYER_FEE', 'THIRD_PARTY',
  'PLATFORM_PROMOTION', 'STORE_CREDIT'));

-- The money a card was bought with went back, or did not after all.
alter table store_credit_movement drop constraint store_credit_movement_kind_check;
alter table store_credit_movement add constraint store_credit_movement_kind_check check (kind in (
  'ISSUED', 'USED', 'RELEASED', 'RETURNED', 'EXPIRED', 'REFUNDED', 'RESTORED'));
