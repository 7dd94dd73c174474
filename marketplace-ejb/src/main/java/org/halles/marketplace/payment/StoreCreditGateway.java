package org.halles.marketplace.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;

/**
 * Gift cards and store credit as a means of payment. They are in our own database: what is taken is
 * taken with the order, and what goes back goes back where the outcome is recorded. Nobody outside
 * is asked, so whatever is asked here has its answer at once.
 */
final class StoreCreditGateway implements PaymentGateway {

  static final StoreCreditGateway INSTANCE = new StoreCreditGateway();

  private StoreCreditGateway() {}

  @Override
  public String id() {
    return Transactions.STORE_CREDIT;
  }

  @Override
  public PaymentOutcome charge(ChargeRequest request) {
    return new PaymentOutcome.Declined(
        "not-a-gateway", "Store credit is taken with the order, never charged.");
  }

  @Override
  public PaymentOutcome find(String idempotencyKey) {
    return new PaymentOutcome.Unknown("What goes back is sent once more, never asked about.");
  }

  @Override
  public PaymentOutcome refund(RefundRequest request) {
    return new PaymentOutcome.Approved(
        request.idempotencyKey(), Money.zero(request.amount().currency()));
  }

  /** Our own book is the only one. */
  @Override
  public List<GatewayTransaction> transactionsSince(Instant since, int limit) {
    return List.of();
  }

  @Override
  public Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers) {
    return Optional.empty();
  }
}
