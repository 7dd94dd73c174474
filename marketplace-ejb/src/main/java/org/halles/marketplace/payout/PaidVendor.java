package org.halles.marketplace.payout;

import java.util.List;
import java.util.UUID;

/**
 * How a vendor is paid, for finance.
 *
 * @param accountEnding the end of the bank account it named; empty if it named none
 * @param missing the kinds of onboarding requirements to be met before anything is paid
 */
public record PaidVendor(
    UUID id, String name, PayoutPolicy policy, String accountEnding, List<String> missing) {

  public PaidVendor {
    missing = List.copyOf(missing);
  }
}
