package org.halles.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A buyer's attempt to pay by bank transfer.
 *
 * @param transactionId the payment transaction it is
 * @param reference what the buyer writes
 * @param received what came so far
 * @param closedWhy why nothing more is awaited, or null
 */
public record AwaitedTransfer(
    UUID transactionId,
    UUID orderGroupId,
    String reference,
    Money amount,
    Money received,
    Instant openedAt,
    Instant until,
    String closedWhy) {

  /** True if all of it is here. */
  public boolean isComplete() {
    return received.compareTo(amount) >= 0;
  }

  /** What is still to come; zero or more. */
  public Money missing() {
    return isComplete() ? Money.zero(amount.currency()) : amount.minus(received);
  }
}
