package org.halles.marketplace.order;

import org.halles.spi.Money;

/**
 * What the marketplace owes a vendor in one currency.
 *
 * @param pending held until delivered
 * @param available may be paid out
 * @param reserve held for a while against returns
 * @param inTransit on the way to the bank
 * @param debt what the vendor owes instead
 * @param disputed waits until a dispute is decided
 */
public record VendorBalance(
    Money pending, Money available, Money reserve, Money inTransit, Money debt, Money disputed) {

  /** The same with what is on its way. */
  public VendorBalance withInTransit(Money underWay) {
    return new VendorBalance(pending, available, reserve, underWay, debt, disputed);
  }
}
