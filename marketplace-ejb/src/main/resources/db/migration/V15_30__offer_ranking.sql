-- What the offers of one product are placed by. Until an operator says otherwise, the price decides.
create table offer_ranking (
  price    int not null default 100 check (price between 0 and 100),
  delivery int not null default 0 check (delivery between 0 and 100),
  stock    int not null default 0 check (stock between 0 and 100),
  rating   int not null default 0 check (rating between 0 and 100),
  check (price + delivery + stock + rating > 0)
);
create unique index offer_ranking_one on offer_ranking ((true));
insert into offer_ranking default values;
