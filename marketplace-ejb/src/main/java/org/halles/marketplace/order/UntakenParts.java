package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.catalog.Stock;
import org.halles.marketplace.promotion.Redemptions;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.VendorPart;
import org.halles.marketplace.shared.Row;

/**
 * Parts of purchases whose money is only held, and that end before it is taken. Nothing of them has
 * left, or it came back from the door unpaid, so each ends as a whole. In the caller's transaction,
 * on an order it has locked.
 */
@ApplicationScoped
public class UntakenParts {

  /** Such a part as its vendor or the operator finds it. */
  public record Found(
      UUID orderGroup,
      UUID id,
      UUID vendorId,
      String number,
      VendorOrderStatus status,
      Instant acceptBy) {

    /** True if something of it is on its way: only where it is paid at the door. */
    public boolean hasLeft() {
      return status == VendorOrderStatus.PARTLY_SHIPPED || status == VendorOrderStatus.SHIPPED;
    }
  }

  private static final String FIND =
      """
      select o.order_group_id, o.id, o.vendor_id, o.number, o.status, o.accept_by
        from vendor_order o join order_group g on g.id = o.order_group_id
       where g.status = 'AUTHORISED'
      """;

  private Database database;
  private Stock stock;
  private Redemptions redemptions;

  protected UntakenParts() {}

  @Inject
  UntakenParts(Database database, Stock stock, Redemptions redemptions) {
    this.database = database;
    this.stock = stock;
    this.redemptions = redemptions;
  }

  /** A vendor's part, if its money is only held; nothing is locked. */
  public Optional<Found> find(UUID vendor, String number) {
    return database.find(
        FIND + " and o.vendor_id = ? and o.number = ?", UntakenParts::found, vendor, number);
  }

  /** The parts of a purchase whose money is only held; nothing is locked. */
  public List<Found> of(String purchase) {
    return database.list(
        FIND + " and g.number = ? order by o.position", UntakenParts::found, purchase);
  }

  /** What still stands of a purchase. */
  public List<VendorPart> standing(UUID orderGroup) {
    return database.list(
        """
        select id, vendor_id, number, currency, items_minor, total_minor from vendor_order
         where order_group_id = ? and not untaken order by position
        """,
        row ->
            new VendorPart(
                row.uuid("id"),
                row.uuid("vendor_id"),
                row.text("number"),
                row.money("items_minor"),
                row.money("total_minor")),
        orderGroup);
  }

  /** True if what stands of a purchase waits for a person. */
  public boolean areInReview(UUID orderGroup) {
    return database
        .find(
            "select 1 from vendor_order where order_group_id = ? and status = 'IN_REVIEW' limit 1",
            row -> true,
            orderGroup)
        .isPresent();
  }

  /**
   * They will not be delivered, and cost nothing; their goods are on sale again, given back at once
   * so that no two purchases wait for each other.
   */
  public void end(UUID orderGroup, List<UUID> ending, boolean refused) {
    UUID[] ids = ending.toArray(UUID[]::new);
    Map<UUID, Integer> offers = new HashMap<>();
    database.list(
        """
        update order_line set cancelled_quantity = quantity - shipped_quantity,
               refunded_quantity = quantity
         where vendor_order_id = any(?) returning offer_id, quantity
        """,
        row -> offers.merge(row.uuid("offer_id"), row.integer("quantity"), Integer::sum),
        (Object) ids);
    database.update(
        """
        update vendor_order set status = ?, untaken = true, version = version + 1
         where id = any(?)
        """,
        refused ? VendorOrderStatus.REFUSED : VendorOrderStatus.CANCELLED,
        ids);
    database.update("update order_group set version = version + 1 where id = ?", orderGroup);
    stock.giveBack(offers, orderGroup);
  }

  /**
   * Nothing of the purchase will be left: its coupons may be used again. Said before its parts end,
   * for whoever locks counters of promotions and goods locks the counters first.
   */
  public void over(UUID orderGroup, Instant now) {
    database.update(
        "update order_group set status = 'CANCELLED', version = version + 1 where id = ?",
        orderGroup);
    redemptions.release(orderGroup, now);
  }

  private static Found found(Row row) throws SQLException {
    return new Found(
        row.uuid("order_group_id"),
        row.uuid("id"),
        row.uuid("vendor_id"),
        row.text("number"),
        row.one("status", VendorOrderStatus.class),
        row.instant("accept_by"));
  }
}
