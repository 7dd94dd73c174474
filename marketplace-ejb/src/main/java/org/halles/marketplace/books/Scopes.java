package org.halles.marketplace.books;

import java.util.Map;
import java.util.Set;

/**
 * Narrows an invariant to what happened since a mark: the tables it reads are replaced, under their
 * own names, by the part of them that may have changed. What was found right before stays right,
 * for entries are never changed and a frozen split neither; that nobody changed them behind our
 * back is what the seals and the check of the whole book are for.
 */
final class Scopes {

  private static final String ENTRIES =
      "with posting as materialized (select * from posting where tx >= '%1$s'::xid8)\n";

  private static final String JOURNAL =
      """
      with journal_entry as materialized (
        select * from journal_entry where id in (
          select entry_id from posting where tx >= '%1$s'::xid8))
      """;

  private static final String ORDERS =
      """
      with fresh as materialized (
        select order_group_id as id from posting where tx >= '%1$s'::xid8 and order_group_id is not null
        union
        select id from order_group where placed_at >= '%2$s'::timestamptz - interval '1 day'
      ), order_group as not materialized (
        select * from order_group where id in (select id from fresh)
      ), vendor_order as not materialized (
        select * from vendor_order where order_group_id in (select id from fresh)
      ), order_line as not materialized (
        select l.* from order_line l where l.vendor_order_id in (
          select o.id from vendor_order o)
      ), allocation_line as not materialized (
        select * from allocation_line where order_group_id in (select id from fresh)
      ), payment as not materialized (
        select * from payment where order_group_id in (select id from fresh)
      ), payment_transaction as not materialized (
        select * from payment_transaction where order_group_id in (select id from fresh)
      ), payment_split as not materialized (
        select s.* from payment_split s where s.payment_id in (select p.id from payment p)
      ), refund as not materialized (
        select * from refund where order_group_id in (select id from fresh)
      ), refund_leg as not materialized (
        select l.* from refund_leg l where l.refund_id in (select r.id from refund r)
      )
      """;

  private static final String PENDING =
      ORDERS
          + """
          , posting as not materialized (
            select * from posting where vendor_order_id in (select o.id from vendor_order o)
          )
          """;

  private static final String PAYOUTS =
      """
      with payout as materialized (
        select * from payout
         where status in ('OPEN', 'CLAIMED', 'SENT', 'IN_TRANSIT', 'FAILED')
            or coalesce(settled_at, created_at) >= '%2$s'::timestamptz - interval '1 day'
      )
      """;

  /** These read few rows whatever the size of the book. */
  private static final Set<String> WHOLE = Set.of("I10", "I14", "I17");

  private static final Map<String, String> NARROW =
      Map.of(
          "I1", ENTRIES,
          "I19", ENTRIES,
          "I15", JOURNAL,
          "I12", PAYOUTS,
          "I20", PENDING);

  private static final Map<String, Invariant> OTHERWISE =
      Map.of(
          "I2", SinceMark.STORED_SUMS,
          "I11", SinceMark.NOBODY_BELOW_ZERO,
          "I21", CreditSinceMark.OWED);

  private Scopes() {}

  /** The invariant, narrowed to what came since a mark. */
  static Invariant since(Mark mark, Invariant whole) {
    Invariant invariant = OTHERWISE.getOrDefault(whole.id(), whole);
    return invariant.applies()
        ? new Invariant(
            invariant.id(),
            invariant.title(),
            narrowing(mark, whole)
                + invariant
                    .sql()
                    .replace(SinceMark.MARK, "'" + mark.belowTx() + "'::xid8")
                    .replace(
                        CreditSinceMark.SINCE,
                        "('" + mark.at() + "'::timestamptz - interval '1 day')"),
            "")
        : invariant;
  }

  /** The tables as an invariant is to see them; empty if it is to see all of them. */
  static String narrowing(Mark mark, Invariant whole) {
    return WHOLE.contains(whole.id()) || OTHERWISE.containsKey(whole.id())
        ? ""
        : NARROW.getOrDefault(whole.id(), ORDERS).formatted(mark.belowTx(), mark.at());
  }
}
