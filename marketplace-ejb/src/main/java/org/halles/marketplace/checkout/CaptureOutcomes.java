package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.payment.Authorisations;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.spi.PaymentOutcome;
import org.jboss.logging.Logger;

/** What follows when held money is taken, refused or let go; part of the settling transaction. */
@ApplicationScoped
class CaptureOutcomes {

  private static final Logger LOG = Logger.getLogger(CaptureOutcomes.class);

  private Authorisations authorisations;
  private Bookkeeping books;
  private ChargeOutcomes charges;
  private Lapses lapses;

  protected CaptureOutcomes() {}

  @Inject
  CaptureOutcomes(
      Authorisations authorisations, Bookkeeping books, ChargeOutcomes charges, Lapses lapses) {
    this.authorisations = authorisations;
    this.books = books;
    this.charges = charges;
    this.lapses = lapses;
  }

  /** Says where the order stands then. */
  public Fate follow(
      PaymentTransaction capture, LockedOrder order, PaymentOutcome outcome, Instant now) {
    PaymentTransaction held = authorisations.of(capture.paymentId());
    if (outcome instanceof PaymentOutcome.Approved approved) {
      authorisations.captured(held);
      books.holdEnded(held, now, "what was held is taken");
      return charges.taken(order, capture, approved.fee(), now);
    }
    if (outcome instanceof PaymentOutcome.Declined declined && declined.saysNothing()) {
      authorisations.heldOn(held, now);
      return Fate.of(order.status());
    }
    if (outcome instanceof PaymentOutcome.Declined declined) {
      LOG.warnf(
          "gateway %s does not give %s of order %s: %s %s",
          capture.gateway(), capture.amount(), order.number(), declined.code(), declined.message());
      lapses.end(order, held, now);
    }
    return Fate.of(fateOf(order, outcome));
  }

  private static OrderGroupStatus fateOf(LockedOrder order, PaymentOutcome outcome) {
    return outcome instanceof PaymentOutcome.Declined ? OrderGroupStatus.CANCELLED : order.status();
  }

  /**
   * Nothing of it was booked: the memo ended when it was decided. What a gateway took after it had
   * refused was found before ({@link LateCaptures}); anything else is named by the books.
   */
  public Fate letGo(PaymentTransaction release, LockedOrder order, PaymentOutcome outcome) {
    if (outcome instanceof PaymentOutcome.Declined declined) {
      LOG.errorf(
          "gateway %s does not let %s of order %s go: %s %s",
          release.gateway(), release.amount(), order.number(), declined.code(), declined.message());
    }
    return Fate.of(order.status());
  }
}
