package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/** What is done before and when a parcel leaves, each in a transaction of its own. */
@ApplicationScoped
class Departures {

  private Database database;
  private VendorOrders orders;
  private Dispatch dispatch;

  protected Departures() {}

  @Inject
  Departures(Database database, VendorOrders orders, Dispatch dispatch) {
    this.database = database;
    this.orders = orders;
    this.dispatch = dispatch;
  }

  /**
   * The purchase whose money must be taken before this parcel leaves; empty if it is here. Refuses
   * what could not leave anyway.
   *
   * @param waits whether there is time to wait for its gateway
   */
  @Transactional
  public Optional<AboutToLeave> unpaid(
      UUID vendor, String number, ShipRequest parcel, boolean waits) {
    Optional<UUID> group =
        database.find(
            """
            select g.id from vendor_order o join order_group g on g.id = o.order_group_id
             where o.vendor_id = ? and o.number = ? and g.status = 'AUTHORISED'
               and not is_cash(g.id)
            """,
            row -> row.uuid("id"),
            vendor,
            number);
    group.ifPresent(unpaid -> dispatch.check(orders.find(vendor, number, ""), parcel));
    return group.map(unpaid -> new AboutToLeave(unpaid, number, waits));
  }

  @Transactional
  public ShipmentView ship(UUID vendor, String number, ShipRequest parcel, Instant now) {
    VendorOrders.Place place = orders.lock(vendor, number);
    if (place.waitsForMoney()) { // of what ended meanwhile nothing is under way
      dispatch.check(place, parcel);
      throw CannotShip.moneyUnderWay(number);
    }
    return dispatch.ship(place, parcel, now);
  }
}
