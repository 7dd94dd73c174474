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

  private static final String MOMENT =
      """
      with glance as materialized (
        select ?::xid8 as tx, ?::timestamptz as at, ?::text[] as vendors)
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

  /** Stands in the equations for the moment, which is a parameter: they are planned only once. */
  private static final Mark SOME = new Mark("4242424242", 0, Instant.parse("2001-02-03T04:05:06Z"));

  private static final String SQL = sql();

  private final String tx;
  private final Instant moment;
  private final String[] vendors;
  private String seen = "";

  private Glance(String tx, Instant moment, List<UUID> vendors) {
    this.tx = tx;
    this.moment = moment;
    this.vendors = vendors.stream().map(UUID::toString).toArray(String[]::new);
  }

  /** From now on, for these vendors. */
  public static Glance since(Instant moment, List<UUID> vendors) {
    String tx =
        Marketplace.inTransaction(
            () ->
                Market.database()
                    .find(
                        "select pg_snapshot_xmin(pg_current_snapshot())::text as tx",
                        row -> row.text("tx"))
                    .orElseThrow());
    return new Glance(tx, moment, vendors);
  }

  private static String sql() {
    Map<String, List<Invariant>> alike =
        all()
            .filter(one -> one.applies() && !OF_ALL_ACCOUNTS.contains(one.id()))
            .collect(Collectors.groupingBy(one -> Scopes.narrowing(SOME, one)));
    return Stream.concat(
            alike.entrySet().stream().map(group -> together(group.getKey(), group.getValue())),
            Stream.of(named("I11", NOBODY_BELOW_ZERO)))
        .collect(Collectors.joining("\nunion all\n", MOMENT, ""))
        .replace("'" + SOME.belowTx() + "'::xid8", "(select tx from glance)")
        .replace("'" + SOME.at() + "'::timestamptz", "(select at from glance)");
  }

  /** Those that look at the same tables share them. */
  private static String together(String narrowing, List<Invariant> invariants) {
    return invariants.stream()
        .map(one -> named(one.id(), one.sql()))
        .collect(
            Collectors.joining(
                "\nunion all\n",
                "(" + narrowing.replace(" as not materialized ", " as materialized "),
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

  private static String named(String id, String sql) {
    return "select '%s' as id, found.violations from (%s) as found where cardinality(found.violations) > 0"
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

  private List<String> look() {
    Market.database().update("set local plan_cache_mode = force_generic_plan");
    Market.database().update("set local enable_seqscan = off");
    return Market.database()
        .list(SQL, row -> row.text("id") + ": " + row.texts("violations"), tx, moment, vendors);
  }
}
