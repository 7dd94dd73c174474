-- A vendor's orders by amount, and those that wait, oldest first.
create index vendor_order_amount on vendor_order (vendor_id, total_minor desc, id desc);
