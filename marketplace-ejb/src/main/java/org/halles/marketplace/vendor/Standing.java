package org.halles.marketplace.vendor;

import java.util.List;

/**
 * What a vendor may do.
 *
 * @param sellingMissing types of the requirements without which it does not sell
 * @param payoutMissing types of the requirements without which it is not paid out
 */
public record Standing(
    VendorStatus status, List<String> sellingMissing, List<String> payoutMissing) {

  public Standing {
    sellingMissing = List.copyOf(sellingMissing);
    payoutMissing = List.copyOf(payoutMissing);
  }

  /** True if buyers may buy from it. */
  public boolean sells() {
    return status == VendorStatus.APPROVED && sellingMissing.isEmpty();
  }

  /** True if money may leave for its bank. */
  public boolean isPaidOut() {
    return payoutMissing.isEmpty();
  }
}
