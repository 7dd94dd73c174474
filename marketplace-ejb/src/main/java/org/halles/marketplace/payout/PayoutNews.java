package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;

/** Tells vendors and plugins what became of payouts to vendors; inside the transaction. */
@ApplicationScoped
class PayoutNews {

  private Outbox outbox;

  protected PayoutNews() {}

  @Inject
  PayoutNews(Outbox outbox) {
    this.outbox = outbox;
  }

  void paid(PayoutView payout, Instant now) {
    if (payout.payee().isVendor()) {
      outbox.add(
          new DomainEvent.PayoutPaid(
              payout.id(), payout.payee().id(), payout.number(), payout.amount(), now));
    }
  }

  void failed(PayoutView payout, String code, Instant now) {
    if (payout.payee().isVendor()) {
      outbox.add(
          new DomainEvent.PayoutFailed(
              payout.id(), payout.payee().id(), payout.number(), payout.amount(), code, now));
    }
  }
}
