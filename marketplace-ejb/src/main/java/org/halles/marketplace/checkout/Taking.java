package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
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
  private Payments payments;
  private Settlement settlement;

  protected Taking() {}

  @Inject
  Taking(Captures captures, Payments payments, Settlement settlement) {
    this.captures = captures;
    this.payments = payments;
    this.settlement = settlement;
  }

  /** Goods only leave once their money is here. */
  void on(@Observes AboutToLeave leaving) {
    captures
        .begin(leaving.orderGroup())
        .map(this::carryOut)
        .filter(settled -> settled.now() != TransactionStatus.SUCCEEDED)
        .ifPresent(
            settled -> {
              throw settled.now() == TransactionStatus.FAILED
                  ? CannotShip.moneyRefused(leaving.number())
                  : CannotShip.moneyUnderWay(leaving.number());
            });
  }

  /** One round: what is accepted is taken, what is held no more is given up; says how many. */
  int round(int most) {
    List<UUID> lapsed = captures.lapsed(most);
    List<UUID> accepted = captures.due(most);
    lapsed.forEach(this::look);
    accepted.forEach(this::look);
    return lapsed.size() + accepted.size();
  }

  /** One that cannot be taken yet must not hold up the others. */
  private void look(UUID orderGroup) {
    try {
      captures.begin(orderGroup).ifPresent(this::carryOut);
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
        ? payments.release(begun.held())
        : payments.capture(transaction, begun.held(), begun.number());
  }
}
