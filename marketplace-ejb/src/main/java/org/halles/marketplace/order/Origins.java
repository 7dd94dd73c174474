package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/** From where the units of orders come; nothing is said where a vendor has one place only. */
@ApplicationScoped
class Origins {

  private static final String TAKEN =
      """
      select l.id, p.code, p.name, t.quantity
        from order_line l
        join stock_taking t on t.order_group_id = l.order_group_id and t.offer_id = l.offer_id
        join stock_place p on p.id = t.place_id
       where l.vendor_order_id = any(?) and t.quantity > 0
         and exists (select 1 from stock_place q where q.vendor_id = p.vendor_id and q.id <> p.id)
       order by l.vendor_order_id, l.position, p.position, p.id
      """;

  private Database database;

  protected Origins() {}

  @Inject
  Origins(Database database) {
    this.database = database;
  }

  /** Of all lines of these vendor orders. */
  List<TakenFrom> of(UUID... vendorOrders) {
    return database.list(
        TAKEN,
        row ->
            new TakenFrom(
                row.uuid("id"), row.text("code"), row.text("name"), row.integer("quantity")),
        (Object) vendorOrders);
  }
}
