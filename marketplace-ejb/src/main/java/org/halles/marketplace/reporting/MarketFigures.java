package org.halles.marketplace.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.spi.Money;

/** How the whole market goes: five statements for a whole page, however much was sold. */
@ApplicationScoped
public class MarketFigures {

  /** A vendor and what it sold. */
  public record TopVendor(UUID id, String slug, String name, Money sales, int orders) {}

  /**
   * How payments went.
   *
   * @param succeeded what buyers were asked for and their banks gave, or hold for us
   * @param failed what their banks refused
   */
  public record Payments(int succeeded, int failed) {

    /** Of a hundred decided payments so many went well; 100 before the first. */
    public int percent() {
      int all = succeeded + failed;
      return all == 0 ? 100 : Math.round(100f * succeeded / all);
    }
  }

  /**
   * Something that waits for the operator's people.
   *
   * @param code {@code applications}, {@code listings}, {@code unsettled}, {@code failed-refunds}
   *     or {@code held}
   * @param oldest since when the first of it waits, or null
   */
  public record Queue(String code, int waiting, Instant oldest) {}

  private static final String DAYS =
      """
      select (g.paid_at at time zone ?)::date as day, g.currency, count(*) as orders,
             sum(g.total_minor - g.contribution_minor - (
               select coalesce(sum(u.total_minor), 0) from vendor_order u
                where u.order_group_id = g.id and u.untaken))::bigint as sales_minor, sum(kept.minor)::bigint as part_minor
        from order_group g
        cross join lateral (
          select coalesce(sum(a.amount_minor), 0) - coalesce(sum(gone.minor), 0)
                   + coalesce(sum(stays.minor), 0) as minor
            from allocation_line a
            left join lateral (
              select sum(l.amount_minor) as minor
                from refund_leg l join refund r on r.id = l.refund_id
               where l.allocation_line_id = a.id and r.status <> 'FAILED') as gone on true
            left join lateral (
              select sum(k.kept_minor) as minor
                from refund_kept k
                join refund r on r.id = k.refund_id and r.attempt = k.attempt
               where k.allocation_line_id = a.id and r.status <> 'FAILED') as stays on true
           where a.order_group_id = g.id and a.kind in ('COMMISSION', 'BUYER_FEE')
             and not exists (select from vendor_order u
                              where u.id = a.vendor_order_id and u.untaken)) as kept
       where g.placed_at >= ? and g.paid_at is not null
         and not exists (select from gift_card_sale s where s.order_group_id = g.id)
       group by 1, 2 order by 1, 2
      """;

  private static final String TOP =
      """
      select v.id, v.slug, v.name, o.currency, sum(o.total_minor) as sales_minor,
             count(*) as orders
        from vendor_order o
        join order_group g on g.id = o.order_group_id and g.paid_at is not null
        join vendor v on v.id = o.vendor_id
       where g.placed_at >= ? and o.status not in ('CANCELLED', 'REFUSED')
       group by v.id, o.currency order by sales_minor desc, v.id limit ?
      """;

  private static final String QUEUES =
      """
      select 'applications' as code, count(*) as n, min(created_at) as oldest
        from vendor where status = 'APPLIED'
      union all
      select 'listings', count(*), min(updated_at) from listing where status = 'SUBMITTED'
      union all
      select 'unsettled', count(*), min(placed_at) from order_group
       where status = 'AWAITING_PAYMENT'
      union all
      select 'failed-refunds', count(*), min(t.settled_at) from payment_transaction t
       where t.kind = 'REFUND' and t.status = 'FAILED'
         and t.failure_code is distinct from 'first-part-refused'
         and not exists (select from refused_refund d where d.transaction_id = t.id)
      union all
      select 'held', count(*), min(g.begun_at)
        from order_screening s join order_group g on g.id = s.order_group_id
       where s.state = 'HELD' and exists (select from vendor_order o
                where o.order_group_id = s.order_group_id and o.status = 'IN_REVIEW')
      """;

  private Database database;
  private Clock clock;

  protected MarketFigures() {}

  @Inject
  MarketFigures(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What was sold, and what of it is the platform's by business day, one row a currency: the
   * commission with what of it stayed when money went back, and the fees of buyers.
   */
  @Allowed({Role.SUPPORT, Role.FINANCE, Role.MODERATOR})
  @Transactional
  public List<Day> days(int back) {
    return database.list(
        DAYS,
        row ->
            new Day(
                row.day("day"),
                row.money("sales_minor"),
                row.money("part_minor"),
                row.integer("orders")),
        BusinessCalendar.zone().getId(),
        since(back));
  }

  /** Who sold most. */
  @Allowed({Role.SUPPORT, Role.FINANCE, Role.MODERATOR})
  @Transactional
  public List<TopVendor> topVendors(int back, int most) {
    return database.list(
        TOP,
        row ->
            new TopVendor(
                row.uuid("id"),
                row.text("slug"),
                row.text("name"),
                row.money("sales_minor"),
                row.integer("orders")),
        since(back),
        most);
  }

  /** How payments went. */
  @Allowed({Role.SUPPORT, Role.FINANCE, Role.MODERATOR})
  @Transactional
  public Payments payments(int back) {
    return database
        .find(
            """
            select count(*) filter (where status = 'SUCCEEDED') as succeeded,
                   count(*) filter (where status = 'FAILED') as failed
              from payment_transaction
             where kind in ('CHARGE', 'AUTHORISE') and gateway <> 'store-credit'
               and created_at >= ?
            """,
            row -> new Payments(row.integer("succeeded"), row.integer("failed")),
            since(back))
        .orElseThrow();
  }

  /** What waits for the operator's people, and how long. */
  @Allowed({Role.SUPPORT, Role.FINANCE, Role.MODERATOR})
  @Transactional
  public List<Queue> queues() {
    return database.list(
        QUEUES, row -> new Queue(row.text("code"), row.integer("n"), row.instant("oldest")));
  }

  private Instant since(int back) {
    return clock.instant().minus(Duration.ofDays(back));
  }
}
