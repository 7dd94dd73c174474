package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.order.AboutToLeave;
import org.halles.marketplace.order.CannotShip;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.TransactionKind;
import org.halles.marketplace.payment.TransactionStatus;
import org.halles.spi.PaymentOutcome;
import org.jboss.logging.Logger;

/**
 * Takes the money that gateways hold: before goods leave, so that nothing leaves unpaid, or once
 * everything is accepted. The gateway is asked outside any transaction, under the key of an intent
 * that was committed before; whatever cuts it off, the sweeper goes on under the same key.
 */
@ApplicationScoped
class Taking {

  private static final Logger LOG = Logger.getLogger(Taking.class);

  private Captures captures;
  private LateCaptures late;
  private Payments payments;
  private Settlement settlement;

  protected Taking() {}

  @Inject
  Taking(Captures captures, LateCaptures late, Payments payments, Settlement settlement) {
    this.captures = captures;
    this.late = late;
    this.payments = payments;
    this.settlement = settlement;
  }

  /**
   * Goods only leave once their money is here. A capture that is under way is somebody else's: its
   * gateway is asked once, not by everybody who waits for it.
   */
  void on(@Observes AboutToLeave leaving) {
    Optional<Captures.Begun> begun =
        leaving.waits()
            ? captures.begin(leaving.orderGroup())
            : captures.intend(leaving.orderGroup());
    if (begun.isPresent()) {
      take(begun.get(), leaving);
    }
  }

  private void take(Captures.Begun begun, AboutToLeave leaving) {
    if (!leaving.waits() || !begun.ours()) {
      throw CannotShip.moneyUnderWay(leaving.number());
    }
    Settled settled = carryOut(begun);
    if (settled.now() != TransactionStatus.SUCCEEDED) {
      throw settled.order().isDead()
          ? CannotShip.moneyRefused(leaving.number())
          : CannotShip.moneyUnderWay(leaving.number());
    }
  }

  /**
   * One round: what is accepted is to be taken, what is held no more is given up. No gateway is
   * asked here: whoever claims the intent asks it, alone.
   */
  void round(int most) {
    captures.lapsed(most).forEach(this::look);
    captures.due(most).forEach(this::look);
  }

  /** One that cannot be taken yet must not hold up the others. */
  private void look(UUID orderGroup) {
    try {
      captures.intend(orderGroup);
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "the money held for purchase %s could not be taken yet", orderGroup);
    }
  }

  private Settled carryOut(Captures.Begun begun) {
    PaymentOutcome outcome = payments.capture(begun.capture(), begun.held(), begun.number());
    return settlement.settle(begun.capture().id(), outcome);
  }

  /** Sends once more what may not have arrived: to ask would end its key. */
  PaymentOutcome again(PaymentTransaction transaction) {
    Captures.Begun begun = captures.again(transaction);
    return transaction.kind() == TransactionKind.VOID
        ? late.release(begun.held())
        : payments.capture(transaction, begun.held(), begun.number());
  }
}
