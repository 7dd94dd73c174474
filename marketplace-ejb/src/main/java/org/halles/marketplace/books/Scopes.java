package org.halles.marketplace.books;

import java.util.Map;

/**
 * Narrows an invariant to what happened since a mark: the tables it reads are replaced, under their
 * own names, by the part of them that may have changed. What was found right before stays right,
 * for entries are never changed and a frozen split neither; that nobody changed them behind our
 * back is what the seals and the check of the whole book are for.
 *
 * <p>Every table is narrowed by numbers at hand ({@link Arrived}), never by a comparison whose
 * yield the database could only guess: it guesses a share of the table, and reads all of it.
 */
final class Scopes {

  /** Stands for the mark's transaction in these statements. */
  static final String MARK = ":mark";

  /** Stands for a day before the mark's instant in these statements. */
  static final String SINCE = ":since";

  /** Parameters: those of {@link Arrived}. */
  private static final String ARRIVED =
      """
      with new_entry as materialized (select unnest(?::bigint[]) as id),
      new_account as materialized (select unnest(?::bigint[]) as id),
      new_group as materialized (select unnest(?::uuid[]) as id)
      """;

  private static final String ENTRIES =
      """
      posting as materialized (
        select * from posting where entry_id in (select id from new_entry)
      )
      """;

  private static final String JOURNAL =
      """
      journal_entry as materialized (
        select * from journal_entry where id in (select id from new_entry)
      )
      """;

  private static final String ACCOUNTS =
      """
      ledger_account as materialized (
        select * from ledger_account where id in (select id from new_account)
      )
      """;

  private static final String ORDERS =
      """
      order_group as not materialized (
        select * from order_group where id in (select id from new_group)
      ), vendor_order as not materialized (
        select * from vendor_order where order_group_id in (select id from new_group)
      ), order_line as not materialized (
        select * from order_line where order_group_id in (select id from new_group)
      ), allocation_line as not materialized (
        select * from allocation_line where order_group_id in (select id from new_group)
      ), payment as not materialized (
        select * from payment where order_group_id in (select id from new_group)
      ), payment_transaction as not materialized (
        select * from payment_transaction where order_group_id in (select id from new_group)
      ), payment_split as not materialized (
        select s.* from payment_split s where s.payment_id in (select p.id from payment p)
      ), authorisation as not materialized (
        select * from authorisation where order_group_id in (select id from new_group)
      ), refund as not materialized (
        select * from refund where order_group_id in (select id from new_group)
      ), refund_leg as not materialized (
        select l.* from refund_leg l where l.refund_id in (select r.id from refund r)
      ), vendor_gateway_fee as not materialized (
        select * from vendor_gateway_fee where order_group_id in (select id from new_group)
      ), affiliate_sale as not materialized (
        select s.* from affiliate_sale s
         where s.vendor_order_id in (select o.id from vendor_order o)
      )
      """;

  /** What was posted, and everything that was ever posted for these purchases. */
  private static final String PENDING =
      ORDERS
          + """
          , posting as materialized (
            select * from posting where entry_id in (select id from new_entry)
            union
            select * from posting where order_group_id in (select id from new_group)
          )
          """;

  private static final String CARTS =
      """
      idempotency as not materialized (
        select * from idempotency where created_at >= :since
      ), order_group as not materialized (
        select * from order_group
         where status not in ('PAYMENT_FAILED', 'EXPIRED', 'CANCELLED')
           and cart_id in (
             select g.cart_id from order_group g where g.id in (select id from new_group))
      ), payment_transaction as not materialized (
        select * from payment_transaction where order_group_id in (select id from new_group)
      )
      """;

  private static final String PAYOUTS =
      """
      payout as materialized (
        select * from payout where id in (
          select id from payout
           where status in ('OPEN', 'CLAIMED', 'SENT', 'IN_TRANSIT', 'FAILED')
          union
          select id from payout where created_at >= :since
          union
          select id from payout where settled_at >= :since
          union
          select split_part(a.address, ':', 2)::uuid
            from new_account n join ledger_account a on a.id = n.id
           where a.address like 'payout\\_in\\_transit:%')
      )
      """;

  private static final Map<String, String> NARROW =
      Map.of(
          "I1", ENTRIES,
          "I19", ENTRIES,
          "I15", JOURNAL,
          "I17", ACCOUNTS,
          "I12", PAYOUTS,
          "I14", CARTS,
          "I20", PENDING);

  private static final Map<String, Invariant> OTHERWISE =
      Map.of(
          "I2", SinceMark.STORED_SUMS,
          "I10", TaxSinceMark.OWED,
          "I11", SinceMark.NOBODY_BELOW_ZERO,
          "I21", CreditSinceMark.OWED);

  private Scopes() {}

  /** The invariant, narrowed to what came since a mark; it takes the numbers of {@link Arrived}. */
  static Invariant since(Mark mark, Invariant whole) {
    Invariant invariant = OTHERWISE.getOrDefault(whole.id(), whole);
    String narrowing = OTHERWISE.containsKey(whole.id()) ? "" : ",\n" + narrowing(whole.id());
    return invariant.applies()
        ? new Invariant(
            invariant.id(),
            invariant.title(),
            at(mark, ARRIVED + narrowing + invariant.sql()),
            invariant.note())
        : invariant;
  }

  /** The tables as an invariant is to see them, among what arrived. */
  static String narrowing(String id) {
    return NARROW.getOrDefault(id, ORDERS);
  }

  private static String at(Mark mark, String sql) {
    return sql.replace(MARK, "'" + mark.belowTx() + "'::xid8")
        .replace(SINCE, "('" + mark.at() + "'::timestamptz - interval '1 day')");
  }
}
