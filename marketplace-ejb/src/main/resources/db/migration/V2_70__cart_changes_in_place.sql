-- Every click of a buyer touches the cart's row. An index on the time of the last change made each
-- of them write all indexes anew; nobody asks for it, and without it the change stays on its page.
drop index cart_age;
alter table cart set (fillfactor = 60);
