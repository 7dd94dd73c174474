package org.halles.marketplace.order;

import java.util.List;

/**
 * A vendor's order as the vendor sees it.
 *
 * @param language of the buyer
 * @param delivery where to ship
 * @param split who gets which part of each line and why
 */
public record VendorOrderDetail(
    VendorOrderView order, String language, Delivery delivery, List<AllocationView> split) {

  public VendorOrderDetail {
    split = List.copyOf(split);
  }
}
