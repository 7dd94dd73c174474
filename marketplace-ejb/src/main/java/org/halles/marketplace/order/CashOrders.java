package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;

/** Finds the purchase whose cash is spoken of; in the caller's transaction. */
@ApplicationScoped
public class CashOrders {

  private Database database;

  protected CashOrders() {}

  @Inject
  CashOrders(Database database) {
    this.database = database;
  }

  /**
   * The purchase that a vendor's order is a part of.
   *
   * @throws NotFound also if it is another vendor's, or never began
   */
  public UUID idOf(UUID vendor, String number) {
    return database
        .find(
            """
            select g.id from vendor_order o join order_group g on g.id = o.order_group_id
             where o.vendor_id = ? and o.number = ? and g.begun_at is not null
            """,
            row -> row.uuid("id"),
            vendor,
            number)
        .orElseThrow(() -> new NotFound("order", number));
  }

  /**
   * The purchase with this part.
   *
   * @throws NotFound if there is no such part
   */
  public UUID idOf(String purchase, String part) {
    return database
        .find(
            """
            select g.id from vendor_order o join order_group g on g.id = o.order_group_id
             where g.number = ? and o.number = ?
            """,
            row -> row.uuid("id"),
            purchase,
            part)
        .orElseThrow(() -> new NotFound("vendor order", part));
  }

  /** The purchase with this number. */
  public Optional<UUID> idOf(String purchase) {
    return database.find(
        "select id from order_group where number = ?", row -> row.uuid("id"), purchase);
  }
}
