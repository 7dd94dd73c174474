package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/**
 * Finds the orders of one vendor, and no others; part of the caller's transaction. An order that
 * was never paid is not there.
 */
@ApplicationScoped
class VendorOrders {

  /**
   * Where an order stands.
   *
   * @param unpaid true while its money is only held
   * @param cash true if it is paid at the door
   */
  record Place(
      UUID id,
      UUID vendorId,
      UUID groupId,
      String number,
      String groupNumber,
      VendorOrderStatus status,
      boolean unpaid,
      boolean cash) {

    /** Its money must be here before anything of it leaves. */
    boolean waitsForMoney() {
      return unpaid && !cash;
    }

    /** What is handed over at the door is handed over for money. */
    boolean waitsForCash() {
      return unpaid && cash;
    }
  }

  private static final String SUMMARY =
      """
      select v.id, v.number, v.status, v.currency, v.total_minor, v.placed_at,
             g.name, g.city, g.country, lines.*
        from vendor_order v
        join order_group g on g.id = v.order_group_id
        cross join lateral (
          select count(*) as lines, sum(l.quantity) as units,
                 (array_agg(l.title order by l.position))[1] as title
            from order_line l where l.vendor_order_id = v.id
        ) as lines
       where v.vendor_id = ? and g.begun_at is not null
      """;

  /** Waits, and should be there by now; while a person looked at it, the vendor could not begin. */
  private static final String LATE =
      """
       and v.status in ('TO_ACCEPT', 'TO_SHIP', 'PARTLY_SHIPPED')
       and greatest(v.placed_at, (select s.decided_at from order_screening s
                                    where s.order_group_id = v.order_group_id))
             + make_interval(days => coalesce(v.min_days, 3)) < ?
      """;

  private static final String PLACE =
      """
      select v.id, v.vendor_id, v.order_group_id, v.number, g.number as group_number, v.status,
             g.paid_at is null as unpaid, is_cash(g.id) as cash
        from vendor_order v join order_group g on g.id = v.order_group_id
       where v.vendor_id = ? and v.number = ? and g.begun_at is not null
      """;

  private Database database;

  protected VendorOrders() {}

  @Inject
  VendorOrders(Database database) {
    this.database = database;
  }

  public Page<VendorOrderSummary> list(UUID vendor, VendorOrderFilter filter, Paging paging) {
    StringBuilder sql = new StringBuilder(SUMMARY);
    List<Object> parameters = new ArrayList<>(List.of(vendor));
    if (filter.statuses().isEmpty()) {
      sql.append(" and v.status <> 'IN_REVIEW'"); // nothing for the vendor to do, and maybe never
    } else {
      sql.append(" and v.status = any(?)");
      parameters.add(filter.statuses().stream().map(Enum::name).toArray(String[]::new));
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      sql.append(
          " and (v.number ilike ? or g.name ilike ? or exists (select 1 from order_line k"
              + " where k.vendor_order_id = v.id and k.sku ilike ?))");
      String pattern = Patterns.containing(filter.text());
      parameters.addAll(List.of(pattern, pattern, pattern));
    }
    narrowByTime(filter, sql, parameters);
    Ordering<VendorOrderSummary> ordering = filter.sort().ordering();
    sql.append(ordering.after(paging, parameters)).append(ordering.orderBy());
    parameters.add(paging.limit() + 1);
    return ordering.page(
        database.list(sql.toString(), VendorOrders::summary, parameters.toArray()), paging);
  }

  private static void narrowByTime(
      VendorOrderFilter filter, StringBuilder sql, List<Object> parameters) {
    if (filter.since() != null) {
      sql.append(" and v.placed_at >= ?");
      parameters.add(filter.since());
    }
    if (filter.lateAt() != null) {
      sql.append(LATE);
      parameters.add(filter.lateAt());
    }
  }

  /** How many orders wait although the first day promised for their delivery is over. */
  public int late(UUID vendor, Instant now) {
    return database
        .find(
            """
            select count(*) as n from vendor_order v where v.vendor_id = ?
            """
                + LATE,
            row -> row.integer("n"),
            vendor,
            now)
        .orElse(0);
  }

  public Map<VendorOrderStatus, Integer> counts(UUID vendor) {
    Map<VendorOrderStatus, Integer> counts = new EnumMap<>(VendorOrderStatus.class);
    database.list(
        """
        select v.status, count(*) as n
          from vendor_order v join order_group g on g.id = v.order_group_id
         where v.vendor_id = ? and g.begun_at is not null and v.status <> 'IN_REVIEW'
         group by v.status
        """,
        row -> counts.put(row.one("status", VendorOrderStatus.class), row.integer("n")),
        vendor);
    return counts;
  }

  /**
   * The vendor's order with this number, its group locked: parts of one purchase change one after
   * the other, for the group's state depends on all of them.
   */
  public Place lock(UUID vendor, String number) {
    return find(vendor, number, " for update of g, v");
  }

  /** The part with this id, its group locked. */
  public Place lock(UUID vendorOrder) {
    return database
        .find(
            """
            select v.id, v.vendor_id, v.order_group_id, v.number, g.number as group_number, v.status,
                   g.paid_at is null as unpaid, is_cash(g.id) as cash
              from vendor_order v join order_group g on g.id = v.order_group_id
             where v.id = ? for update of g, v
            """,
            VendorOrders::place,
            vendorOrder)
        .orElseThrow(() -> new NotFound("order", vendorOrder));
  }

  public Place find(UUID vendor, String number, String locking) {
    return database
        .find(PLACE + locking, VendorOrders::place, vendor, number)
        .orElseThrow(() -> new NotFound("order", number));
  }

  private static Place place(Row row) throws SQLException {
    return new Place(
        row.uuid("id"),
        row.uuid("vendor_id"),
        row.uuid("order_group_id"),
        row.text("number"),
        row.text("group_number"),
        row.one("status", VendorOrderStatus.class),
        row.flag("unpaid"),
        row.flag("cash"));
  }

  private static VendorOrderSummary summary(Row row) throws SQLException {
    return new VendorOrderSummary(
        row.uuid("id"),
        row.text("number"),
        row.one("status", VendorOrderStatus.class),
        row.text("name"),
        row.text("city"),
        row.text("country"),
        row.json("title", Texts.class),
        row.integer("lines"),
        row.integer("units"),
        row.money("total_minor"),
        row.instant("placed_at"));
  }
}
