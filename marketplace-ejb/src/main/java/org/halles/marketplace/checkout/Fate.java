package org.halles.marketplace.checkout;

import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.VendorOrderStatus;

/**
 * What an outcome made of an order.
 *
 * @param order where it stands
 * @param parts where its vendors' parts begin if it was paid just now, else null
 */
record Fate(OrderGroupStatus order, VendorOrderStatus parts) {

  static Fate of(OrderGroupStatus order) {
    return new Fate(order, null);
  }
}
