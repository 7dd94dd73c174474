package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.halles.marketplace.checkout.RefundSettled;
import org.jboss.logging.Logger;

/**
 * A gateway that refused a refund says, asked again, that it paid it: everything that was put back
 * is taken once more.
 */
@ApplicationScoped
class LateRefunds {

  private static final Logger LOG = Logger.getLogger(LateRefunds.class);

  private RefundStore store;
  private RepeatedRefunds repeated;

  protected LateRefunds() {}

  @Inject
  LateRefunds(RefundStore store, RepeatedRefunds repeated) {
    this.store = store;
    this.repeated = repeated;
  }

  void on(@Observes RefundSettled settled) {
    if (settled.succeeded()) {
      store
          .findByTransaction(settled.refund().id())
          .filter(RefundStore.Stored::isFailed)
          .ifPresent(refund -> book(refund, settled));
    }
  }

  private void book(RefundStore.Stored refund, RefundSettled settled) {
    try {
      repeated.late(refund, settled.refund(), settled.at());
    } catch (CannotRefund gone) {
      // the buyer has it twice: the check of the books names it until somebody settles it
      LOG.errorf(
          "gateway %s paid refund %s that it had refused, and its shares went back otherwise: %s",
          settled.refund().gateway(), refund.id(), gone.getMessage());
    }
  }
}
