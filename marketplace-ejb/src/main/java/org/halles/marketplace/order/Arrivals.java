package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A part reached its buyer as a whole; in the caller's transaction. */
@ApplicationScoped
public class Arrivals {

  private VendorOrders orders;
  private Dispatch dispatch;

  protected Arrivals() {}

  @Inject
  Arrivals(VendorOrders orders, Dispatch dispatch) {
    this.orders = orders;
    this.dispatch = dispatch;
  }

  /** Every parcel that is still on its way has arrived. */
  public void all(UUID vendorOrder, Instant now) {
    VendorOrders.Place order = orders.lock(vendorOrder);
    List<ShipmentView> parcels = dispatch.parcels(order);
    for (ShipmentView parcel : parcels) {
      if (parcel.deliveredAt() == null) {
        dispatch.deliver(order, parcel, parcels, now);
        parcels = dispatch.parcels(order);
      }
    }
  }
}
