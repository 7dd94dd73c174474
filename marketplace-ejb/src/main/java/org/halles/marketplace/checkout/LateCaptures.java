package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.spi.PaymentOutcome;

/**
 * Lets go what is held. A gateway that will not, for it has captured it, is asked about every
 * capture it had refused: what it took all the same goes back to the buyer.
 */
@ApplicationScoped
class LateCaptures {

  private Payments payments;
  private Captures captures;

  protected LateCaptures() {}

  @Inject
  LateCaptures(Payments payments, Captures captures) {
    this.payments = payments;
    this.captures = captures;
  }

  /** Says what became of it; never inside a transaction. */
  PaymentOutcome release(PaymentTransaction held) {
    PaymentOutcome said = payments.release(held);
    if (!(said instanceof PaymentOutcome.Declined declined)) {
      return said;
    }
    if (declined.saysNothing()) {
      return new PaymentOutcome.Unknown("not released yet: " + declined.code());
    }
    for (PaymentTransaction capture : captures.refused(held.paymentId())) {
      PaymentOutcome became = payments.ask(capture.gateway(), capture.id());
      if (became instanceof PaymentOutcome.Approved approved) {
        captures.tookAfterAll(capture.id(), approved);
      } else if (!(became instanceof PaymentOutcome.Declined)) {
        return new PaymentOutcome.Unknown("not known yet what became of " + capture.id());
      }
    }
    return said;
  }
}
