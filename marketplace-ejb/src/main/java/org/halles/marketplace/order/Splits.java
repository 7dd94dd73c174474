package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/** Reads frozen splits; part of the caller's transaction. */
@ApplicationScoped
class Splits {

  private static final String LEGS =
      """
      select a.*, o.number as vendor_order, coalesce(o.untaken, false) as untaken, l.title
        from allocation_line a
        left join vendor_order o on o.id = a.vendor_order_id
        left join order_line l on l.id = a.order_line_id
      """;

  private Database database;

  protected Splits() {}

  @Inject
  Splits(Database database) {
    this.database = database;
  }

  /** Every leg of a purchase. */
  public SplitView of(OrderGroupView order) {
    List<AllocationView> legs =
        database.list(LEGS + " where a.order_group_id = ? order by a.id", Splits::leg, order.id());
    List<Money> gifts =
        legs.stream()
            .filter(leg -> leg.kind() == Allocation.Kind.PLATFORM_PROMOTION)
            .map(AllocationView::amount)
            .toList();
    return new SplitView(
        order.number(), order.totals().total(), Money.sum(order.currency(), gifts), legs);
  }

  /** Every leg of these vendor orders. */
  public List<AllocationView> ofVendorOrders(UUID... vendorOrders) {
    return database.list(
        LEGS + " where a.vendor_order_id = any(?) order by a.id",
        Splits::leg,
        (Object) vendorOrders);
  }

  private static AllocationView leg(Row row) throws SQLException {
    return new AllocationView(
        row.text("subject"),
        row.text("vendor_order"),
        row.uuid("order_line_id"),
        row.json("title", Texts.class),
        row.text("party"),
        row.one("kind", Allocation.Kind.class),
        row.money("amount_minor"),
        row.flag("untaken"),
        row.uuid("rule_id"),
        row.integerOrNull("rule_version"),
        row.text("inputs_hash"),
        row.json("trace", Trace.class));
  }
}
