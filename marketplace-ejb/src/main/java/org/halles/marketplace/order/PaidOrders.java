package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.catalog.Stock;
import org.halles.marketplace.hold.HeldOrder;
import org.halles.marketplace.hold.Holds;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;

/**
 * What happens to paid orders besides parcels: units that will not leave, parts that end early, the
 * money's mark. Always inside the caller's transaction, on a purchase it has locked.
 */
@ApplicationScoped
public class PaidOrders {

  private static final String PARTS =
      """
      select g.id, g.number, g.email, g.language, g.currency,
             g.total_minor - (select coalesce(sum(u.total_minor), 0) from vendor_order u
                               where u.order_group_id = g.id and u.untaken) as total_minor,
             o.id as part, o.vendor_id, o.number as part_number, o.status,
             o.accept_by
        from order_group g join vendor_order o on o.order_group_id = g.id
       where g.id = ? and g.paid_at is not null order by o.position for update
      """;

  /** A purchase without parts: a gift card. */
  private static final String WHOLE =
      """
      select id, number, email, language, currency, total_minor from order_group
       where id = ? and paid_at is not null for update
      """;

  private static final String LINES =
      """
      select id, vendor_order_id, offer_id, sku, quantity, shipped_quantity, cancelled_quantity,
             refunded_quantity
        from order_line where order_group_id = ? order by vendor_order_id, position
      """;

  /** One part of a purchase. */
  public record PartId(UUID orderGroup, UUID vendorOrder) {}

  private record Found(PaidOrder order, PaidOrder.Part part) {}

  private Database database;
  private Dispatch dispatch;
  private Stock stock;
  private Holds holds;

  protected PaidOrders() {}

  @Inject
  PaidOrders(Database database, Dispatch dispatch, Stock stock, Holds holds) {
    this.database = database;
    this.dispatch = dispatch;
    this.stock = stock;
    this.holds = holds;
  }

  /** The purchase with this number, if it was paid; nothing is locked yet. */
  public Optional<UUID> find(String number) {
    return database.find(
        "select id from order_group where number = ? and paid_at is not null",
        row -> row.uuid("id"),
        number);
  }

  /** The ids of a vendor's order: the purchase it is a part of, and the part. */
  public Optional<PartId> findPart(UUID vendor, String number) {
    return database.find(
        """
        select g.id, o.id as part from vendor_order o join order_group g on g.id = o.order_group_id
         where o.vendor_id = ? and o.number = ? and g.paid_at is not null
        """,
        row -> new PartId(row.uuid("id"), row.uuid("part")),
        vendor,
        number);
  }

  /** True if a vendor has this order, paid or with its money held. */
  public boolean hasBegun(UUID vendor, String number) {
    return database
        .find(
            """
            select 1 from vendor_order o join order_group g on g.id = o.order_group_id
             where o.vendor_id = ? and o.number = ? and g.begun_at is not null
            """,
            row -> true,
            vendor,
            number)
        .isPresent();
  }

  /** Locks the whole purchase; its charge must be locked before. */
  public PaidOrder lock(UUID id) {
    List<Found> rows = database.list(PARTS, PaidOrders::read, id);
    if (rows.isEmpty()) {
      return database
          .find(WHOLE, PaidOrders::head, id)
          .orElseThrow(() -> new NotFound("paid order", id));
    }
    PaidOrder head = rows.get(0).order();
    return new PaidOrder(
        head.id(),
        head.number(),
        head.email(),
        head.language(),
        head.total(),
        rows.stream().map(Found::part).toList());
  }

  public List<PaidLine> lines(UUID order) {
    return database.list(LINES, PaidOrders::line, order);
  }

  /**
   * Units the buyer is given money back for: those that did not leave never will and are on sale
   * again; those that left stay with the buyer or come back as the vendor and the buyer agree.
   */
  public void takeBack(UUID order, List<PaidLine> lines, Map<UUID, Integer> units) {
    Map<UUID, Integer> kept = new HashMap<>();
    Map<UUID, Integer> offers = new HashMap<>();
    for (PaidLine line : lines) {
      int stays = Math.min(units.getOrDefault(line.id(), 0), line.toShip());
      if (stays > 0) {
        kept.put(line.id(), stays);
        offers.merge(line.offerId(), stays, Integer::sum);
      }
    }
    add("refunded_quantity", units);
    add("cancelled_quantity", kept);
    if (!offers.isEmpty()) {
      stock.giveBack(offers, order);
    }
  }

  /**
   * Units that left and are given money back for.
   *
   * @param restocked those that are on sale again
   */
  public void cameBack(
      UUID order, List<PaidLine> lines, Map<UUID, Integer> units, Map<UUID, Integer> restocked) {
    add("refunded_quantity", units);
    Map<UUID, Integer> offers = new HashMap<>();
    for (PaidLine line : lines) {
      int again = restocked.getOrDefault(line.id(), 0);
      if (again > 0) {
        offers.merge(line.offerId(), again, Integer::sum);
      }
    }
    if (!offers.isEmpty()) {
      stock.giveBack(offers, order);
    }
  }

  /** Files that were never opened will not be. */
  public void forgetFiles(Collection<UUID> lines) {
    database.update(
        "delete from download where order_line_id = any(?) and used = 0",
        (Object) lines.toArray(UUID[]::new));
  }

  /** The money did not go back after all: it may be tried again. */
  public void notRefunded(Map<UUID, Integer> units) {
    Map<UUID, Integer> less = new HashMap<>();
    units.forEach((line, quantity) -> less.put(line, -quantity));
    add("refunded_quantity", less);
  }

  /** A refund of these units is tried again. */
  public void refundedAgain(Map<UUID, Integer> units) {
    add("refunded_quantity", units);
  }

  private void add(String column, Map<UUID, Integer> units) {
    if (!units.isEmpty()) {
      List<UUID> lines = units.keySet().stream().sorted().toList();
      database.update(
          "update order_line l set "
              + column
              + " = l."
              + column
              + " + given.units from unnest(?::uuid[], ?::int[]) as given (line, units)"
              + " where l.id = given.line",
          lines.toArray(UUID[]::new),
          lines.stream().map(units::get).toArray(Integer[]::new));
    }
  }

  /**
   * Where a part stands now that units of it will not leave: what is left may be shipped and
   * arrived already, or nothing is left at all.
   *
   * @param empty how a part of which nothing ever left ends
   */
  public void settle(PaidOrder order, UUID part, VendorOrderStatus empty, Instant now) {
    PaidOrder.Part place = order.part(part);
    boolean unsent =
        place.status() == VendorOrderStatus.IN_REVIEW
            || VendorOrderFilter.TO_DO.statuses().contains(place.status());
    if (unsent && nothingToShip(part)) {
      dispatch.endEarly(place(order, place), empty, now);
    }
  }

  /**
   * Money came back to what was held for this part: if the rest is released, so is this.
   *
   * @param cause of the new entry
   */
  public void releaseAgain(PaidOrder order, UUID part, Source cause) {
    PaidOrder.Part place = order.part(part);
    boolean over =
        place.status() == VendorOrderStatus.DELIVERED || place.status() == VendorOrderStatus.CLOSED;
    holds.again(new HeldOrder(place.id(), place.vendorId(), order.id()), over, cause);
  }

  private static VendorOrders.Place place(PaidOrder order, PaidOrder.Part part) {
    return new VendorOrders.Place(
        part.id(),
        part.vendorId(),
        order.id(),
        part.number(),
        order.number(),
        part.status(),
        false,
        false);
  }

  private boolean nothingToShip(UUID part) {
    return database
        .find(
            """
            select 1 from order_line where vendor_order_id = ?
               and quantity > shipped_quantity + cancelled_quantity limit 1
            """,
            row -> true,
            part)
        .isEmpty();
  }

  /** How much of the money went back: {@code NONE}, {@code PARTLY_REFUNDED}, {@code REFUNDED}. */
  public void mark(UUID order, String refundStatus) {
    database.update(
        "update order_group set refund_status = ?, version = version + 1 where id = ?",
        refundStatus,
        order);
  }

  private static Found read(Row row) throws SQLException {
    return new Found(
        head(row),
        new PaidOrder.Part(
            row.uuid("part"),
            row.uuid("vendor_id"),
            row.text("part_number"),
            row.one("status", VendorOrderStatus.class),
            row.instant("accept_by")));
  }

  private static PaidOrder head(Row row) throws SQLException {
    return new PaidOrder(
        row.uuid("id"),
        row.text("number"),
        row.text("email"),
        row.text("language"),
        row.money("total_minor"),
        List.of());
  }

  private static PaidLine line(Row row) throws SQLException {
    return new PaidLine(
        row.uuid("id"),
        row.uuid("vendor_order_id"),
        row.uuid("offer_id"),
        row.text("sku"),
        row.integer("quantity"),
        row.integer("shipped_quantity"),
        row.integer("cancelled_quantity"),
        row.integer("refunded_quantity"));
  }
}
