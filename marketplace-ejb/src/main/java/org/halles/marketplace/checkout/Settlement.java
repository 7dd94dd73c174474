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
import org.halles.marketplace.payment.Authorisations;
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
  private Authorisations holds;
  private OrderFates fates;
  private ChargeOutcomes charges;
  private AuthoriseOutcomes authorisations;
  private CaptureOutcomes captures;
  private RefundOutcomes refunds;
  private Clock clock;

  protected Settlement() {}

  @Inject
  public Settlement(
      Transactions transactions,
      Authorisations holds,
      OrderFates fates,
      ChargeOutcomes charges,
      AuthoriseOutcomes authorisations,
      CaptureOutcomes captures,
      RefundOutcomes refunds,
      Clock clock) {
    this.transactions = transactions;
    this.holds = holds;
    this.fates = fates;
    this.charges = charges;
    this.authorisations = authorisations;
    this.captures = captures;
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
    if (transaction.kind() == TransactionKind.CAPTURE) {
      holds.lockOf(transaction.orderGroupId()); // before the order, as whoever cancels a part does
    }
    LockedOrder order = fates.lock(transaction.orderGroupId());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    PaymentOutcome said = fitting(transaction, outcome);
    TransactionStatus next = transaction.status().after(said);
    Fate fate = Fate.of(order.status());
    if (next != transaction.status()) {
      transactions.record(transaction, next, said, now);
      fate = follow(transaction, order, said, now);
    } else if (!next.isFinal()) {
      transactions.postpone(transaction);
    }
    Settled settled =
        new Settled(transaction, next, fate.order(), fate.parts(), order.number(), said, now);
    last.accept(settled);
    return settled;
  }

  private Fate follow(
      PaymentTransaction transaction, LockedOrder order, PaymentOutcome outcome, Instant now) {
    return switch (transaction.kind()) {
      case CHARGE -> charges.follow(transaction, order, outcome, now);
      case AUTHORISE -> authorisations.follow(transaction, order, outcome, now);
      case CAPTURE -> captures.follow(transaction, order, outcome, now);
      case VOID -> captures.letGo(transaction, order, outcome);
      default -> Fate.of(refunds.follow(transaction, order, outcome, now));
    };
  }

  /** A gateway that says it holds what it was to take, or the other way round, said nothing. */
  private static PaymentOutcome fitting(PaymentTransaction transaction, PaymentOutcome outcome) {
    boolean holds = transaction.kind() == TransactionKind.AUTHORISE;
    boolean odd =
        holds
            ? outcome instanceof PaymentOutcome.Approved
            : outcome instanceof PaymentOutcome.Authorised;
    return odd
        ? new PaymentOutcome.Unknown(
            "an answer that fits no " + transaction.kind() + ": " + outcome)
        : outcome;
  }
}
