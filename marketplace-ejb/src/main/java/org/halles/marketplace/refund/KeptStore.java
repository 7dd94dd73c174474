package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Rows;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What the platform kept of refunds, leg by leg; part of the caller's transaction. */
@ApplicationScoped
class KeptStore {

  private static final Rows.Shape KEPT =
      Rows.Shape.of(
          "refund_kept",
          "refund_id uuid",
          "attempt int",
          "allocation_line_id bigint",
          "taken_minor bigint",
          "weight numeric",
          "kept_minor bigint");

  private record Past(long leg, Kept.Before before) {}

  private record Fixed(long leg, long minor) {}

  private Database database;

  protected KeptStore() {}

  @Inject
  KeptStore(Database database) {
    this.database = database;
  }

  /** What the platform keeps of this refund under these terms. */
  public List<Kept> keep(
      UUID orderGroup, GiveBackTerms terms, List<Subject> subjects, List<Taken> taken) {
    if (!terms.keepsCommission() || taken.isEmpty()) {
      return List.of();
    }
    CurrencyCode currency = taken.get(0).amount().currency();
    return new Keeping(terms, subjects, fixed(orderGroup, currency), before(orderGroup)).of(taken);
  }

  /** Writes down what the present attempt of a refund keeps. */
  public void write(UUID refund, List<Kept> kept) {
    if (kept.isEmpty()) {
      return;
    }
    int attempt =
        database
            .find("select attempt from refund where id = ?", row -> row.integer("attempt"), refund)
            .orElseThrow();
    Rows rows = new Rows(KEPT);
    kept.forEach(
        one ->
            rows.add(
                refund,
                attempt,
                one.leg().id(),
                one.taken().minor(),
                one.weight().toString(),
                one.amount().minor()));
    rows.insertWith(database);
  }

  /** What the present attempt of a refund keeps. */
  public List<Kept> of(UUID refund) {
    return database.list(
        """
        select a.id, a.vendor_order_id, a.party, a.kind, a.amount_minor, a.currency,
               k.taken_minor, k.weight::text as weight, k.kept_minor
          from refund r
          join refund_kept k on k.refund_id = r.id and k.attempt = r.attempt
          join allocation_line a on a.id = k.allocation_line_id
         where r.id = ? order by a.id
        """,
        row ->
            new Kept(
                new Leg(
                    row.whole("id"),
                    row.uuid("vendor_order_id"),
                    row.text("party"),
                    row.one("kind", Allocation.Kind.class),
                    row.money("amount_minor"),
                    row.money("taken_minor")),
                row.money("taken_minor"),
                new BigInteger(row.text("weight")),
                row.money("kept_minor")),
        refund);
  }

  /** What the vendor of a part paid for what was kept, and for the gateway's fee. */
  public Money paidBy(UUID vendorOrder, CurrencyCode currency) {
    return database
        .find(
            """
            select (select coalesce(sum(k.kept_minor), 0)
                      from allocation_line a
                      join refund_kept k on k.allocation_line_id = a.id
                      join refund r on r.id = k.refund_id and r.attempt = k.attempt
                     where a.vendor_order_id = o.id and r.status <> 'FAILED')
                   + (select coalesce(sum(f.amount_minor), 0) from vendor_gateway_fee f
                       where f.vendor_order_id = o.id)
                   - (select coalesce(sum(b.back_minor), 0)
                        from refund_fee_back b join refund r on r.id = b.refund_id
                       where b.vendor_order_id = o.id and r.status <> 'FAILED') as minor
              from vendor_order o where o.id = ?
            """,
            row -> Money.of(row.whole("minor"), currency),
            vendorOrder)
        .orElseThrow();
  }

  private Map<Long, Kept.Before> before(UUID orderGroup) {
    Map<Long, Kept.Before> before = new LinkedHashMap<>();
    database
        .list(
            """
            select k.allocation_line_id as leg, sum(k.taken_minor * k.weight)::text as weighted,
                   sum(k.kept_minor) as kept
              from refund r
              join refund_kept k on k.refund_id = r.id and k.attempt = r.attempt
             where r.order_group_id = ? and r.status <> 'FAILED'
             group by k.allocation_line_id
            """,
            row ->
                new Past(
                    row.whole("leg"),
                    new Kept.Before(new BigInteger(row.text("weighted")), row.whole("kept"))),
            orderGroup)
        .forEach(past -> before.put(past.leg(), past.before()));
    return before;
  }

  /** Of each commission: what of it are fixed amounts, as its frozen computation says. */
  private Map<Long, Money> fixed(UUID orderGroup, CurrencyCode currency) {
    Map<Long, Money> fixed = new LinkedHashMap<>();
    List<Fixed> found =
        new ArrayList<>(
            database.list(
                """
                select id, trace::text as trace from allocation_line
                 where order_group_id = ? and kind = 'COMMISSION'
                """,
                row -> new Fixed(row.whole("id"), fixedOf(row.json("trace", Trace.class))),
                orderGroup));
    found.forEach(one -> fixed.put(one.leg(), Money.of(one.minor(), currency)));
    return fixed;
  }

  private static long fixedOf(Trace trace) {
    long before = 0;
    long fixed = 0;
    for (Trace.Step step : trace.steps()) {
      if (!step.code().equals("base")) {
        fixed += step.code().startsWith("per-") ? step.amountMinor() - before : 0;
        before = step.amountMinor();
      }
    }
    return fixed;
  }
}
