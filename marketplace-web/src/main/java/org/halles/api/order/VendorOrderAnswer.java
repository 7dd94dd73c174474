package org.halles.api.order;

import java.util.List;
import org.halles.marketplace.order.AllocationView;
import org.halles.marketplace.order.Delivery;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.order.ShipmentView;
import org.halles.marketplace.order.TakenFrom;
import org.halles.marketplace.order.VendorOrderDetail;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.order.VendorRef;
import org.halles.spi.Money;

/**
 * A vendor's order as its vendor's programs see it: first what the order group says of it too, in
 * the same words, then all that is known.
 *
 * @param order everything about it
 * @param language of the buyer
 * @param delivery where to ship
 * @param split who gets which part of each line and why
 * @param origins from which stock places its units come; empty where the vendor has one only
 */
public record VendorOrderAnswer(
    String number,
    VendorRef vendor,
    VendorOrderStatus status,
    List<OrderLineView> lines,
    Money shipping,
    Money total,
    List<ShipmentView> shipments,
    VendorOrderView order,
    String language,
    Delivery delivery,
    List<AllocationView> split,
    List<TakenFrom> origins) {

  static VendorOrderAnswer of(VendorOrderDetail detail) {
    VendorOrderView order = detail.order();
    return new VendorOrderAnswer(
        order.number(),
        order.vendor(),
        order.status(),
        order.lines(),
        order.totals().shipping(),
        order.totals().total(),
        order.shipments(),
        order,
        detail.language(),
        detail.delivery(),
        detail.split(),
        detail.origins());
  }
}
