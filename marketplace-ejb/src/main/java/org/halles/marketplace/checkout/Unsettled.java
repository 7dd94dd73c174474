package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.order.OrderFates;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.DomainEvent.OrderExpired;
import org.halles.marketplace.shared.Outbox;

/** What waits to be settled, taken in short transactions of its own. */
@ApplicationScoped
public class Unsettled {

  /** Whoever takes a payment and crashes keeps it from others no longer than this. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private Transactions transactions;
  private OrderFates fates;
  private Timeline timeline;
  private Outbox outbox;
  private Clock clock;

  protected Unsettled() {}

  @Inject
  public Unsettled(
      Transactions transactions, OrderFates fates, Timeline timeline, Outbox outbox, Clock clock) {
    this.transactions = transactions;
    this.fates = fates;
    this.timeline = timeline;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Takes payments whose gateway should be asked now. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<PaymentTransaction> claim(int most) {
    return transactions.claimDue(clock.instant(), LEASE, most);
  }

  /** The charge that a refund belongs to. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public UUID chargeOf(PaymentTransaction refund) {
    return transactions.chargeOf(refund.paymentId());
  }

  /** Vendors that said nothing in time have accepted; says how many orders that is. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public int acceptOverdue() {
    return fates.acceptOverdue(clock.instant());
  }

  /** Lets orders die whose reservation ran out unpaid; says how many. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public int expire(int most) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<LockedOrder> late = fates.lockExpired(now, most);
    for (LockedOrder order : late) {
      fates.dead(order, OrderGroupStatus.EXPIRED, now);
      timeline.add(order.id(), null, Timeline.EXPIRED, now, Map.of());
      outbox.add(new OrderExpired(order.id(), order.number(), now));
    }
    return late.size();
  }
}
