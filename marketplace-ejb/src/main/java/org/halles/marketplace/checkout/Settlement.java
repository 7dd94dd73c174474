package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.order.OrderFates;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.TransactionKind;
import org.halles.marketplace.payment.TransactionStatus;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.PaymentOutcome;

/**
 * Records what a gateway said, and everything that follows from it, in one transaction: the second
 * of the checkout. The buyer's browser, a webhook and the sweeper may all bring the same news:
 * whoever comes first does the work, the others find it done.
 */
@ApplicationScoped
public class Settlement {

  private Transactions transactions;
  private OrderFates fates;
  private ChargeOutcomes charges;
  private RefundOutcomes refunds;
  private Clock clock;

  protected Settlement() {}

  @Inject
  public Settlement(
      Transactions transactions,
      OrderFates fates,
      ChargeOutcomes charges,
      RefundOutcomes refunds,
      Clock clock) {
    this.transactions = transactions;
    this.fates = fates;
    this.charges = charges;
    this.refunds = refunds;
    this.clock = clock;
  }

  /** Records an outcome. */
  @Allowed(Role.ANYONE)
  @Transactional
  public Settled settle(UUID transactionId, PaymentOutcome outcome) {
    return settle(transactionId, outcome, settled -> {});
  }

  /**
   * Records an outcome.
   *
   * @param last done at the end, in the same transaction
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public Settled settle(UUID transactionId, PaymentOutcome outcome, Consumer<Settled> last) {
    PaymentTransaction transaction =
        transactions
            .lock(transactionId)
            .orElseThrow(() -> new NotFound("payment transaction", transactionId));
    LockedOrder order = fates.lock(transaction.orderGroupId());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    TransactionStatus next = transaction.status().after(outcome);
    Fate fate = Fate.of(order.status());
    if (next != transaction.status()) {
      transactions.record(transaction, next, outcome, now);
      fate =
          transaction.kind() == TransactionKind.CHARGE
              ? charges.follow(transaction, order, outcome, now)
              : Fate.of(refunds.follow(transaction, order, outcome, now));
    } else if (!next.isFinal()) {
      transactions.postpone(transaction);
    }
    Settled settled =
        new Settled(transaction, next, fate.order(), fate.parts(), order.number(), outcome, now);
    last.accept(settled);
    return settled;
  }
}
