package org.halles.marketplace.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** How it goes for one vendor, and what waits for it. */
@ApplicationScoped
public class VendorFigures {

  /**
   * What waits besides orders.
   *
   * @param changesRequested listings that the operator sent back
   * @param lowStock offers on sale of which few or none are left
   * @param sellingSteps steps of the checklist without which nothing is sold
   * @param payoutSteps further steps without which nothing is paid out
   * @param noListing nothing was ever written
   * @param noDelivery nobody can order goods, for there is no way to deliver them
   * @param suspended why the vendor may not sell for now, as the operator wrote it; else null
   */
  public record Waiting(
      int changesRequested,
      int lowStock,
      int sellingSteps,
      int payoutSteps,
      boolean noListing,
      boolean noDelivery,
      String suspended) {

    /** True if there is nothing to correct, to refill or to set up. */
    public boolean isNothing() {
      return changesRequested + lowStock + sellingSteps + payoutSteps == 0
          && !noListing
          && !noDelivery
          && suspended == null;
    }
  }

  /** So few are few. */
  public static final int FEW = 3;

  private static final String DAYS =
      """
      select (g.paid_at at time zone ?)::date as day, o.currency, count(*) as orders,
             sum(o.total_minor) as sales_minor, sum(kept.minor)::bigint as part_minor
        from vendor_order o
        join order_group g on g.id = o.order_group_id
        cross join lateral (
          select coalesce(sum(a.amount_minor), 0) - coalesce(sum(gone.minor), 0)
                   - (select coalesce(sum(k.kept_minor), 0)
                        from allocation_line c
                        join refund_kept k on k.allocation_line_id = c.id
                        join refund r on r.id = k.refund_id and r.attempt = k.attempt
                         and r.status <> 'FAILED'
                       where c.vendor_order_id = o.id)
                   - (select coalesce(sum(f.amount_minor), 0) from vendor_gateway_fee f
                       where f.vendor_order_id = o.id)
                   + (select coalesce(sum(b.back_minor), 0)
                        from refund_fee_back b
                        join refund r on r.id = b.refund_id and r.status <> 'FAILED'
                       where b.vendor_order_id = o.id) as minor
            from allocation_line a
            left join lateral (
              select sum(l.amount_minor) as minor
                from refund_leg l join refund r on r.id = l.refund_id
               where l.allocation_line_id = a.id and r.status <> 'FAILED') as gone on true
           where a.vendor_order_id = o.id and a.kind = 'VENDOR_NET') as kept
       where o.vendor_id = ? and o.placed_at >= ? and g.paid_at is not null and not o.untaken
       group by 1, 2 order by 1, 2
      """;

  private Database database;
  private Clock clock;

  protected VendorFigures() {}

  @Inject
  VendorFigures(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Sales and earnings by business day, one row a currency; days without any are left out. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_READ)
  @Transactional
  public List<Day> days(VendorScope vendor, int back) {
    return database.list(
        DAYS,
        row ->
            new Day(
                row.day("day"),
                row.money("sales_minor"),
                row.money("part_minor"),
                row.integer("orders")),
        BusinessCalendar.zone().getId(),
        vendor.vendorId(),
        clock.instant().minus(Duration.ofDays(back)));
  }

  /** What waits for the vendor besides orders and messages. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_READ)
  @Transactional
  public Waiting waiting(VendorScope vendor) {
    return database
        .find(
            """
            select (select count(*) from listing
                     where vendor_id = v.id and status = 'CHANGES_REQUESTED') as changes,
                   (select count(*) from offer o
                      join listing l on l.id = o.listing_id and l.status = 'LIVE'
                      join stock s on s.offer_id = o.id and s.quantity <= ?
                     where o.vendor_id = v.id and o.active) as low,
                   cardinality(v.selling_missing) as selling,
                   (select count(*) from unnest(v.payout_missing) as m
                     where m <> all(v.selling_missing)) as payout,
                   l.number = 0 as no_listing,
                   (l.goods or l.number = 0)
                     and not exists (select 1 from shipping_method where vendor_id = v.id)
                     as no_delivery,
                   case when v.status = 'SUSPENDED' then coalesce(v.reason, '') end as suspended
              from vendor v
              cross join lateral (
                select count(*) as number, coalesce(bool_or(newest.kind = 'GOODS'), false) as goods
                  from (select kind from listing where vendor_id = v.id
                         order by id desc limit 100) as newest) as l
             where v.id = ?
            """,
            VendorFigures::waiting,
            FEW,
            vendor.vendorId())
        .orElseThrow();
  }

  private static Waiting waiting(Row row) throws SQLException {
    return new Waiting(
        row.integer("changes"),
        row.integer("low"),
        row.integer("selling"),
        row.integer("payout"),
        row.flag("no_listing"),
        row.flag("no_delivery"),
        row.text("suspended"));
  }
}
