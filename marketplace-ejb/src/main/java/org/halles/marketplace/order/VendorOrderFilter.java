package org.halles.marketplace.order;

import java.util.Set;

/**
 * Which of a vendor's orders.
 *
 * @param statuses any of these; empty: all that are or were paid
 * @param text part of the number, the buyer's name or a sku; null or blank: any
 */
public record VendorOrderFilter(Set<VendorOrderStatus> statuses, String text) {

  /** Every paid order. */
  public static final VendorOrderFilter ALL = new VendorOrderFilter(Set.of(), null);

  /** What waits for the vendor. */
  public static final VendorOrderFilter TO_DO =
      new VendorOrderFilter(
          Set.of(
              VendorOrderStatus.TO_ACCEPT,
              VendorOrderStatus.TO_SHIP,
              VendorOrderStatus.PARTLY_SHIPPED),
          null);

  public VendorOrderFilter {
    statuses = Set.copyOf(statuses);
  }
}
