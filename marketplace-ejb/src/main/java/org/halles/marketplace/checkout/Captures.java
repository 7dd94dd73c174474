package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
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
import org.halles.marketplace.payment.TransactionStatus;
import org.halles.marketplace.payment.Transactions;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;

/** The steps of taking held money, each in a short transaction of its own. */
@ApplicationScoped
class Captures {

  /**
   * A capture whose intent is written.
   *
   * @param ours true if it was written just now: whoever wrote it asks the gateway, nobody else
   */
  record Begun(PaymentTransaction capture, PaymentTransaction held, String number, boolean ours) {}

  private Authorisations authorisations;
  private Transactions transactions;
  private OrderFates fates;
  private Lapses lapses;
  private ChargeOutcomes charges;
  private Clock clock;

  protected Captures() {}

  @Inject
  Captures(
      Authorisations authorisations,
      Transactions transactions,
      OrderFates fates,
      Lapses lapses,
      ChargeOutcomes charges,
      Clock clock) {
    this.authorisations = authorisations;
    this.transactions = transactions;
    this.fates = fates;
    this.lapses = lapses;
    this.charges = charges;
    this.clock = clock;
  }

  /**
   * Writes the intent to take what is held for what still stands of a purchase; the same intent if
   * there is one already, for a hold is captured once. The caller asks the gateway next.
   *
   * @return empty if nothing is to be taken: what it was for costs nothing, or it is held no more,
   *     and what it was for is cancelled
   */
  @Transactional
  public Optional<Begun> begin(UUID orderGroup) {
    return begin(orderGroup, Transactions.FIRST_CHECK);
  }

  /** The same, but the sweeper asks the gateway. */
  @Transactional
  public Optional<Begun> intend(UUID orderGroup) {
    return begin(orderGroup, Duration.ZERO);
  }

  private Optional<Begun> begin(UUID orderGroup, Duration patience) {
    Optional<Authorisation> found = authorisations.lockOf(orderGroup);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Authorisation held = found.get();
    LockedOrder order = fates.lock(orderGroup);
    if (held.isBeingCaptured()) {
      return transactions
          .find(held.captureId())
          .map(capture -> new Begun(capture, held.transaction(), order.number(), false));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Money standing = authorisations.standing(held.transaction());
    if (standing.isZero()) {
      lapses.nothingToTake(order, held.transaction(), now);
      return Optional.empty();
    }
    if (!held.until().isAfter(now)) {
      lapses.end(order, held.transaction(), now);
      return Optional.empty();
    }
    PaymentTransaction capture =
        authorisations.capture(held.transaction(), standing, now, now.plus(patience));
    return Optional.of(new Begun(capture, held.transaction(), order.number(), true));
  }

  /** Claims purchases whose money is to be taken by now, for everything is accepted. */
  @Transactional
  public List<UUID> due(int most) {
    return authorisations.claimAccepted(clock.instant(), most);
  }

  /** Claims purchases whose money is held no more. */
  @Transactional
  public List<UUID> lapsed(int most) {
    return authorisations.claimLapsed(clock.instant(), most);
  }

  /** Captures of a payment that its gateway refused. */
  @Transactional
  public List<PaymentTransaction> refused(UUID payment) {
    return transactions.refusedCaptures(payment);
  }

  /** The gateway took it although it had said no: it goes back, for nothing is bought with it. */
  @Transactional
  public void tookAfterAll(UUID refused, PaymentOutcome.Approved approved) {
    PaymentTransaction capture = transactions.lock(refused).orElseThrow();
    if (capture.status() != TransactionStatus.FAILED) {
      return; // another worker was quicker
    }
    LockedOrder order = fates.lock(capture.orderGroupId());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transactions.tookAfterAll(refused, approved, now);
    charges.giveBack(capture, order, approved, now);
  }

  /** A capture or a release whose intent was written, as it was asked for at first. */
  @Transactional
  public Begun again(PaymentTransaction transaction) {
    return new Begun(
        transaction,
        authorisations.of(transaction.paymentId()),
        authorisations.numberOf(transaction.orderGroupId()),
        true);
  }
}
