-- What the marketplace owes buyers as gift cards and store credit. What is left is never below zero,
-- however many carts race for it; the ledger's store_credit account is the sum of it all.
create table store_credit (
  id            uuid primary key,
  kind          text not null check (kind in ('GIFT_CARD', 'ACCOUNT')),
  code_hash     bytea unique,                -- of a gift card; its code is told once
  ending        text,                        -- the last four characters, for people
  account_id    uuid references account,     -- whose it is; null: whoever has the code
  currency      char(3) not null,
  issued_minor  bigint not null check (issued_minor >= 0),
  balance_minor bigint not null check (balance_minor >= 0),
  sold          boolean not null default false, -- somebody paid for it outside the marketplace
  blocked       boolean not null default false,
  expires_at    timestamptz,
  recipient     text,                        -- the mailbox the code was sent to
  created_at    timestamptz not null,
  version       int not null default 0,
  check ((kind = 'GIFT_CARD') = (code_hash is not null)),
  check (kind = 'GIFT_CARD' or account_id is not null)
);
create unique index store_credit_account on store_credit (account_id, currency) where kind = 'ACCOUNT';
create index store_credit_owner on store_credit (account_id, created_at desc) where account_id is not null;
create index store_credit_newest on store_credit (created_at desc, id desc);
create index store_credit_expiry on store_credit (expires_at) where balance_minor > 0;

-- Every change of a balance, above zero for more.
create sequence store_credit_movement_seq;
create table store_credit_movement (
  id             bigint primary key default nextval('store_credit_movement_seq'),
  credit_id      uuid not null references store_credit,
  kind           text not null check (kind in ('ISSUED', 'USED', 'RELEASED', 'RETURNED', 'EXPIRED')),
  amount_minor   bigint not null check (amount_minor <> 0),
  currency       char(3) not null,
  balance_minor  bigint not null,            -- what was left then
  order_group_id uuid references order_group,
  reason         text,
  by_account     uuid,
  at             timestamptz not null
);
create index store_credit_movement_credit on store_credit_movement (credit_id, id desc);
create trigger store_credit_movement_append_only
  before update or delete or truncate on store_credit_movement
  for each statement execute function refuse_change();

-- What a cart is to be paid with, in the order in which it was entered.
create table cart_credit (
  cart_id   uuid not null references cart on delete cascade,
  credit_id uuid not null references store_credit,
  added_at  timestamptz not null,
  primary key (cart_id, credit_id)
);
alter table cart add column pays_with_credit boolean not null default false;

-- What a purchase took, frozen with it: held until it is paid, released if it never is.
create table order_credit (
  order_group_id uuid not null references order_group,
  credit_id      uuid not null references store_credit,
  payment_id     uuid not null unique references payment,
  position       int not null,
  amount_minor   bigint not null check (amount_minor > 0),
  currency       char(3) not null,
  status         text not null check (status in ('HELD', 'RELEASED', 'SPENT')),
  primary key (order_group_id, credit_id)
);
create index order_credit_credit on order_credit (credit_id);

-- A refund that goes back to several means of payment: what follows the first of them.
create table refund_tender (
  refund_id      uuid not null references refund,
  transaction_id uuid primary key references payment_transaction,
  amount_minor   bigint not null check (amount_minor > 0)
);
create index refund_tender_refund on refund_tender (refund_id);
