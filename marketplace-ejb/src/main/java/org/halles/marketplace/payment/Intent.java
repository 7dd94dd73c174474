package org.halles.marketplace.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A payment about to be asked for.
 *
 * @param transactionId the idempotency key at the gateway
 * @param moment when the money is taken; until then it is held
 * @param parts what of it belongs to which vendor order; they add up to the amount
 */
public record Intent(
    UUID transactionId,
    UUID paymentId,
    UUID orderGroupId,
    String gateway,
    Money amount,
    List<Part> parts,
    CaptureMoment moment,
    Instant at) {

  public Intent {
    parts = List.copyOf(parts);
    Money sum = Money.sum(amount.currency(), parts.stream().map(Part::amount).toList());
    if (!sum.equals(amount)) {
      throw new IllegalArgumentException("the parts of " + amount + " add up to " + sum);
    }
  }

  /** True if the money is taken by this itself. */
  public boolean isCharge() {
    return moment == CaptureMoment.CHECKOUT;
  }

  /**
   * @param vendorOrderId null for the platform's own part
   */
  public record Part(UUID vendorOrderId, Money amount) {}
}
