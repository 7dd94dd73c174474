-- What a unit of an offer on sale cost before, and until when: who announces a lower price says the
-- lowest one of the thirty days before (Directive 98/6/EC, article 6a). Prices nobody could pay, of
-- drafts and of listings off sale, are not kept. Of several changes at one moment the first counts.
create table offer_former_price (
  offer_id    uuid not null references offer on delete cascade,
  until       timestamptz not null,
  price_minor bigint not null,
  currency    char(3) not null,
  primary key (offer_id, until)
);

create function keep_former_price() returns trigger language plpgsql as $$
begin
  if old.active and exists (select 1 from listing l where l.id = old.listing_id and l.status = 'LIVE') then
    insert into offer_former_price (offer_id, until, price_minor, currency)
    values (old.id, now(), old.price_minor, old.currency) on conflict do nothing;
  end if;
  return null;
end $$;

create trigger offer_former_price after update of price_minor, currency on offer
  for each row when (old.price_minor <> new.price_minor or old.currency <> new.currency)
  execute function keep_former_price();
