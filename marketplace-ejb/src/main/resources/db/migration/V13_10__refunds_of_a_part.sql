-- Whether a refund is about a vendor's part of a purchase: it says so, it took something of it, or
-- the platform gave money of its own for a purchase that has this part alone.
create function refund_concerns(which uuid, part uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (select from refund r where r.id = which and r.vendor_order_id = part)
      or exists (select from refund_leg l join allocation_line a on a.id = l.allocation_line_id
                  where l.refund_id = which and a.vendor_order_id = part)
      or exists (select from refund r
                  where r.id = which and r.cause = 'GOODWILL' and r.vendor_order_id is null
                    and not exists (select from vendor_order o
                                     where o.order_group_id = r.order_group_id and o.id <> part));
end $$;
