-- What an attribute of this kind says is how much a packet holds: buyers read the price of a kilogram,
-- a litre or a metre beside the price.
alter table attribute add column content boolean not null default false;
