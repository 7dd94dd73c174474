package org.halles.marketplace.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.commission.VendorSales;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.VendorFacts.SalesPeriod;

/** Reads past orders in the order of their time, some at once, with three statements each time. */
@ApplicationScoped
class PastOrders {

  /** Where a reading begins or goes on, and where it ends. */
  record Span(Instant after, UUID afterId, Instant before) {}

  private static final String SOLD =
      "vo.status not in ('AWAITING_PAYMENT', 'CANCELLED', 'REFUSED')"
          + " and (vo.placed_at, vo.id) > (?, ?) and vo.placed_at < ?";

  private static final UUID FIRST = new UUID(0, 0);

  private static final String ORDERS =
      """
      select vo.id, vo.placed_at, vo.number, vo.currency, vo.shipping_minor, vo.total_minor,
        vo.tax_added_minor,
        og.country as buyer_country, v.id as vendor_id, v.slug, v.name, v.country, v.kind
      from vendor_order vo join order_group og on og.id = vo.order_group_id
        join vendor v on v.id = vo.vendor_id
      where %s
      order by vo.placed_at, vo.id limit ?
      """
          .formatted(SOLD);

  private static final String LINES =
      """
      select ol.vendor_order_id, ol.id, ol.offer_id, ol.listing_id, ol.kind, ol.title::text as title,
        ol.quantity, ol.unit_price_minor, ol.total_minor, ol.tax_minor,
        l.attributes::text as attributes, k.path, r.slug as root, r.name::text as root_name,
        coalesce((select sum(a.amount_minor) from allocation_line a
          where a.vendor_order_id = ol.vendor_order_id and a.order_line_id = ol.id
            and a.kind = 'COMMISSION'), 0) as commission_minor
      from order_line ol left join listing l on l.id = ol.listing_id
        left join category k on k.id = l.category_id
        left join category r on r.slug = k.path[1]
      where ol.vendor_order_id = any(?)
      order by ol.vendor_order_id, ol.position
      """;

  private final Database database;
  private final VendorSales sales;

  @Inject
  PastOrders(Database database, VendorSales sales) {
    this.database = database;
    this.sales = sales;
  }

  protected PastOrders() {
    this(null, null);
  }

  /** The orders somebody asks about. */
  @Transactional
  Span span(NewSimulation request, LocalDate today) {
    LocalDate last = request.to() == null ? today : request.to();
    Instant before = startOf(last.plusDays(1));
    Instant from = request.from() == null ? Instant.EPOCH : startOf(request.from());
    Span all = new Span(from.minusMillis(1), FIRST, before);
    return request.lastOrders() == null
        ? all
        : database
            .find(
                "select vo.placed_at, vo.id from vendor_order vo where "
                    + SOLD
                    + " order by vo.placed_at desc, vo.id desc offset ? limit 1",
                row -> new Span(row.instant("placed_at"), row.uuid("id"), before),
                all.after(),
                all.afterId(),
                all.before(),
                request.lastOrders())
            .orElse(all);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(BusinessCalendar.zone()).toInstant();
  }

  /** How many lines they have. */
  @Transactional
  int lines(Span span) {
    return database
        .findPatiently(
            "select count(*) as lines from vendor_order vo join order_line ol"
                + " on ol.vendor_order_id = vo.id where "
                + SOLD,
            row -> row.integer("lines"),
            span.after(),
            span.afterId(),
            span.before())
        .orElse(0);
  }

  /**
   * The next of them; empty at the end.
   *
   * @param today what the vendors sold on the day the reading has come to
   */
  @Transactional
  List<PastOrder> next(Span span, int limit, SoldToday today) {
    List<PastOrderRow> rows =
        database.list(
            ORDERS, PastOrderRow::read, span.after(), span.afterId(), span.before(), limit);
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<PastLineRow>> lines =
        database
            .list(
                LINES,
                PastLineRow::read,
                (Object) rows.stream().map(PastOrderRow::id).toArray(UUID[]::new))
            .stream()
            .collect(Collectors.groupingBy(PastLineRow::orderId));
    Map<Sold, Map<UUID, Map<SalesPeriod, Money>>> sold = new HashMap<>();
    List<PastOrder> orders = new ArrayList<>();
    for (PastOrderRow row : rows) {
      Map<SalesPeriod, Money> periods =
          sold.computeIfAbsent(Sold.on(row), day -> soldOn(day, rows))
              .getOrDefault(row.seller().id(), Map.of());
      orders.add(row.with(lines.getOrDefault(row.id(), List.of()), today.with(row, periods)));
    }
    return orders;
  }

  /** A business day of one currency: vendors' sales are asked for once for all of its orders. */
  private record Sold(CurrencyCode currency, LocalDate day) {
    static Sold on(PastOrderRow row) {
      return new Sold(row.shipping().currency(), BusinessCalendar.dayOf(row.placedAt()));
    }
  }

  private Map<UUID, Map<SalesPeriod, Money>> soldOn(Sold day, List<PastOrderRow> rows) {
    List<UUID> vendors =
        rows.stream()
            .filter(row -> Sold.on(row).equals(day))
            .map(row -> row.seller().id())
            .distinct()
            .toList();
    return sales.atTheBeginningOf(day.day(), vendors, day.currency());
  }
}
