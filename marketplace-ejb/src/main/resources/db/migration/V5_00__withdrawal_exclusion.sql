-- The order freezes the exclusion within its own insert, where a function cost a call for each line.
drop function withdrawal_exclusion_of(uuid);
