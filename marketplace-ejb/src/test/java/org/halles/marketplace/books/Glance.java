package org.halles.marketplace.books;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;

/**
 * The invariants over what came since a moment and over some vendors, in one statement, so that
 * they can be looked at after every single step. What compares with a gateway or reads seals is
 * left to the whole check.
 */
public final class Glance {

  private static final Set<String> OF_ALL_ACCOUNTS = Set.of("I2", "I11");

  private static final String POSTED =
      "posting as materialized (select * from posting where tx >= (select tx from glance))\n";

  private static final String ORDERS = Scopes.narrowing("any of orders");

  private static final String ORDERS_AND_POSTINGS = ORDERS + ", " + POSTED;

  /** What the product looks at as a whole grows with every story that was told before. */
  private static final Map<String, String> OF_THIS_STORY =
      Map.of(
          "I10",
          ORDERS_AND_POSTINGS,
          "I14",
          ORDERS,
          "I21",
          ORDERS_AND_POSTINGS + ", " + creditSince());

  private static final String MOMENT =
      """
      with glance as materialized (
        select ?::xid8 as tx, ?::timestamptz as at, ?::bigint as movement, ?::text[] as vendors
      ), new_entry as materialized (
        select distinct entry_id as id from posting where tx >= (select tx from glance)
      ), new_account as materialized (
        select distinct account_id as id from posting where tx >= (select tx from glance)
      ), new_group as materialized (
        select order_group_id as id from posting
         where tx >= (select tx from glance) and order_group_id is not null
        union
        select id from order_group where placed_at >= (select at from glance) - interval '1 day')
      """;

  private static final String NOBODY_BELOW_ZERO =
      """
      with now as materialized (
        select a.address, split_part(a.address, ':', 1) as what, split_part(a.address, ':', 2) as of,
               sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end) as credit
          from ledger_account a join posting p on p.account_id = a.id
         where a.address in (
           select kind || ':' || vendor
             from unnest(array['vendor_pending', 'vendor_available', 'vendor_reserve',
                               'vendor_dispute_hold', 'vendor_receivable', 'affiliate_pending',
                               'affiliate_available', 'affiliate_receivable']) as kind,
                  unnest((select vendors from glance)) as vendor)
         group by a.id, a.address)
      select array(
        select address || ' is at ' || credit from now
         where credit < 0 and what not in ('vendor_receivable', 'affiliate_receivable')
        union all
        select d.of || ' owes and has money available'
          from now d join now v on v.of = d.of and v.what in ('vendor_available', 'affiliate_available')
         where d.what in ('vendor_receivable', 'affiliate_receivable') and d.credit < 0 and v.credit > 0) as violations
      """;

  private static final String SQL = sql();

  /** The first transaction that counts, and the last movement of credit that does not. */
  private record Beginning(String tx, long movement) {}

  private final Beginning beginning;
  private final Instant moment;
  private final String[] vendors;
  private String seen = "";

  private Glance(Beginning beginning, Instant moment, List<UUID> vendors) {
    this.beginning = beginning;
    this.moment = moment;
    this.vendors = vendors.stream().map(UUID::toString).toArray(String[]::new);
  }

  /** From now on, for these vendors; nobody else writes meanwhile. */
  public static Glance since(Instant moment, List<UUID> vendors) {
    return new Glance(Marketplace.inTransaction(Glance::beginning), moment, vendors);
  }

  private static Beginning beginning() {
    return Market.database()
        .find(
            "select pg_snapshot_xmax(pg_current_snapshot())::text as tx,"
                + " (select coalesce(max(id), 0) from store_credit_movement) as movement",
            row -> new Beginning(row.text("tx"), row.whole("movement")))
        .orElseThrow();
  }

  private static String sql() {
    Map<String, List<Invariant>> alike =
        all()
            .filter(one -> one.applies() && !OF_ALL_ACCOUNTS.contains(one.id()))
            .collect(Collectors.groupingBy(Glance::narrowing));
    return Stream.concat(
            alike.entrySet().stream().map(group -> together(group.getKey(), group.getValue())),
            Stream.of(named("I11", NOBODY_BELOW_ZERO)))
        .collect(Collectors.joining("\nunion all\n", MOMENT, ""))
        .replace(Scopes.MARK, "(select tx from glance)")
        .replace(Scopes.SINCE, "((select at from glance) - interval '1 day')");
  }

  private static String narrowing(Invariant one) {
    return OF_THIS_STORY.getOrDefault(one.id(), Scopes.narrowing(one.id()));
  }

  /** What moved of credit since, and what that made of what is left. */
  private static String creditSince() {
    return """
        store_credit_movement as materialized (
          select * from store_credit_movement where id > (select movement from glance)
        ), store_credit as materialized (
          select c.id, c.currency, c.balance_minor - coalesce((
                   select sum(m.amount_minor) from public.store_credit_movement m
                    where m.credit_id = c.id and m.id <= (select movement from glance)), 0)
                   as balance_minor
            from store_credit c where c.id in (select credit_id from store_credit_movement)
        ), order_credit as materialized (
          select * from order_credit where order_group_id in (select id from new_group)
        ), gift_card_sale as materialized (
          select s.* from gift_card_sale s
           where s.order_group_id in (select id from new_group)
             and not exists (select from public.store_credit_movement m
                              where m.credit_id = s.credit_id
                                and m.id <= (select movement from glance))
        )
        """;
  }

  /** Those that look at the same tables share them. */
  private static String together(String narrowing, List<Invariant> invariants) {
    return invariants.stream()
        .map(one -> named(one.id(), one.sql()))
        .collect(
            Collectors.joining(
                "\nunion all\n",
                "(with " + narrowing.replace(" as not materialized ", " as materialized "),
                ")"));
  }

  private static Stream<Invariant> all() {
    return Stream.of(
            LedgerInvariants.ALL,
            OrderInvariants.ALL,
            PaymentInvariants.ALL,
            RefundInvariants.ALL,
            AffiliateInvariants.ALL)
        .flatMap(List::stream);
  }

  /** Kept apart from its condition, an equation is planned and prepared once instead of twice. */
  private static String named(String id, String sql) {
    return "select '%s' as id, found.violations from (%s offset 0) as found where cardinality(found.violations) > 0"
        .formatted(id, sql);
  }

  /** What does not hold, in words; empty if the books are right, or nothing was written since. */
  public List<String> wrong() {
    return Marketplace.inTransaction(
        () -> {
          String newest = nextTransaction();
          if (newest.equals(seen)) {
            return List.of();
          }
          seen = newest;
          return look();
        });
  }

  private static String nextTransaction() {
    return Market.database()
        .find("select pg_snapshot_xmax(pg_current_snapshot())::text as tx", row -> row.text("tx"))
        .orElseThrow();
  }

  /**
   * A story is small, and what others left behind grows: whatever joins a whole table to the few
   * rows of a story reads all of it each time, so only rows that are asked for by an index are
   * read.
   */
  private static void planForFewRows() {
    Market.database()
        .find(
            "select set_config(name, value, true) as done from (values"
                + " ('plan_cache_mode', 'force_generic_plan'), ('enable_seqscan', 'off'),"
                + " ('enable_hashjoin', 'off'), ('enable_mergejoin', 'off')) as s (name, value)",
            row -> row.text("done"));
  }

  private List<String> look() {
    planForFewRows();
    return Market.database()
        .list(
            SQL,
            row -> row.text("id") + ": " + row.texts("violations"),
            beginning.tx(),
            moment,
            beginning.movement(),
            vendors);
  }
}
