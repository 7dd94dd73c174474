package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.PaymentGateway.GatewayTransaction;

/** What gateways say happened, for people who compare it with the book. */
@ApplicationScoped
public class GatewayJournal {

  private static final int MOST = 1000;

  private Payments payments;

  protected GatewayJournal() {}

  @Inject
  public GatewayJournal(Payments payments) {
    this.payments = payments;
  }

  /**
   * A gateway's own journal, oldest first.
   *
   * @param since inclusive; null: from the beginning
   * @throws org.halles.marketplace.shared.NotFound if no such gateway is installed
   */
  @Allowed(Role.FINANCE)
  public List<GatewayTransaction> since(String gateway, Instant since, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidInput(
          new Violation("limit", "must be between 1 and " + MOST, String.valueOf(limit)));
    }
    return payments.journal(gateway, since == null ? Instant.EPOCH : since, limit);
  }
}
