package org.halles.marketplace.order;

import java.util.List;
import java.util.UUID;

/**
 * A vendor's order as the vendor sees it.
 *
 * @param language of the buyer
 * @param delivery where to ship
 * @param split who gets which part of each line and why
 * @param origins from which stock places its units come; empty where the vendor has one only
 */
public record VendorOrderDetail(
    VendorOrderView order,
    String language,
    Delivery delivery,
    List<AllocationView> split,
    List<TakenFrom> origins) {

  public VendorOrderDetail {
    split = List.copyOf(split);
    origins = List.copyOf(origins);
  }

  /** From where the units of this line come. */
  public List<TakenFrom> originsOf(UUID line) {
    return origins.stream().filter(one -> one.line().equals(line)).toList();
  }
}
