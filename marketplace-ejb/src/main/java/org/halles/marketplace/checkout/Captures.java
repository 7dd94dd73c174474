package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.order.OrderFates;
import org.halles.marketplace.payment.Authorisation;
import org.halles.marketplace.payment.Authorisations;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Transactions;

/** The steps of taking held money, each in a short transaction of its own. */
@ApplicationScoped
class Captures {

  /** A capture whose intent is written; the gateway is asked next. */
  record Begun(PaymentTransaction capture, PaymentTransaction held, String number) {}

  private Authorisations authorisations;
  private Transactions transactions;
  private OrderFates fates;
  private Lapses lapses;
  private Clock clock;

  protected Captures() {}

  @Inject
  Captures(
      Authorisations authorisations,
      Transactions transactions,
      OrderFates fates,
      Lapses lapses,
      Clock clock) {
    this.authorisations = authorisations;
    this.transactions = transactions;
    this.fates = fates;
    this.lapses = lapses;
    this.clock = clock;
  }

  /**
   * Writes the intent to take what is held for what still stands of a purchase; the same intent if
   * there is one already, for a hold is captured once.
   *
   * @return empty if nothing is held, or not any more: then what it was for is cancelled
   */
  @Transactional
  public Optional<Begun> begin(UUID orderGroup) {
    Optional<Authorisation> found = authorisations.lockOf(orderGroup);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Authorisation held = found.get();
    LockedOrder order = fates.lock(orderGroup);
    if (held.isBeingCaptured()) {
      return transactions
          .find(held.captureId())
          .map(capture -> new Begun(capture, held.transaction(), order.number()));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!held.until().isAfter(now)) {
      lapses.end(order, held.transaction(), now);
      return Optional.empty();
    }
    PaymentTransaction capture =
        authorisations.capture(
            held.transaction(), authorisations.standing(held.transaction()), now);
    return Optional.of(new Begun(capture, held.transaction(), order.number()));
  }

  /** Purchases whose money is to be taken by now, for everything is accepted. */
  @Transactional
  public List<UUID> due(int most) {
    return authorisations.accepted(most);
  }

  /** Purchases whose money is held no more. */
  @Transactional
  public List<UUID> lapsed(int most) {
    return authorisations.lapsed(clock.instant(), most);
  }

  /** A capture or a release whose intent was written, as it was asked for at first. */
  @Transactional
  public Begun again(PaymentTransaction transaction) {
    return new Begun(
        transaction,
        authorisations.of(transaction.paymentId()),
        authorisations.numberOf(transaction.orderGroupId()));
  }
}
