package org.halles.marketplace.checkout;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.TransactionKind;
import org.halles.marketplace.payment.TransactionStatus;
import org.halles.marketplace.shared.BackgroundLoop;
import org.halles.spi.PaymentOutcome;
import org.jboss.logging.Logger;

/**
 * Asks gateways again about every payment whose end is not known: never under a new key, first
 * soon, then ever rarer. So an order that was paid at the gateway and not recorded here is found,
 * whatever crashed. Also sends refunds, and lets reservations run out. Every node runs it; two of
 * its threads, so that one gateway that hangs does not hold up the others.
 */
@ApplicationScoped
public class UnsettledSweeper {

  private static final Logger LOG = Logger.getLogger(UnsettledSweeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int BATCH = 10;
  private static final Set<TransactionStatus> UNSURE =
      EnumSet.of(TransactionStatus.NEW, TransactionStatus.SENT, TransactionStatus.UNKNOWN);

  private Unsettled unsettled;
  private Payments payments;
  private Settlement settlement;
  private Taking taking;
  private CurrentCaller caller;
  private ManagedThreadFactory threads;
  private List<BackgroundLoop> loops;

  protected UnsettledSweeper() {}

  @Inject
  public UnsettledSweeper(
      Unsettled unsettled,
      Payments payments,
      Settlement settlement,
      Taking taking,
      CurrentCaller caller,
      ManagedThreadFactory threads) {
    this.unsettled = unsettled;
    this.payments = payments;
    this.settlement = settlement;
    this.taking = taking;
    this.caller = caller;
    this.threads = threads;
    this.loops =
        Stream.of("sweeper-1", "sweeper-2")
            .map(name -> new BackgroundLoop(name, PAUSE, () -> sweep() == BATCH))
            .toList();
  }

  void start(@Observes Startup serverStarted) {
    loops.forEach(loop -> loop.start(threads));
  }

  @PreDestroy
  void stop() {
    loops.forEach(BackgroundLoop::stop);
  }

  /** One round; says how many payments were due. */
  int sweep() {
    AtomicInteger due = new AtomicInteger();
    caller.run(
        Caller.SYSTEM,
        () -> {
          unsettled.expire(BATCH);
          unsettled.acceptOverdue();
          taking.round(BATCH);
          List<PaymentTransaction> claimed = unsettled.claim(BATCH);
          claimed.forEach(this::settle);
          due.set(claimed.size());
        });
    return due.get();
  }

  /** One that cannot be settled is asked about again later, and must not hold up the others. */
  private void settle(PaymentTransaction transaction) {
    try {
      settlement.settle(transaction.id(), news(transaction));
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "payment transaction %s could not be settled yet", transaction.id());
    }
  }

  /**
   * A refund or a capture is decided, so what may not have arrived is sent once more under its own
   * key: a gateway that did it says so, and one that never heard of it does it now. To ask would
   * end the key.
   */
  private PaymentOutcome news(PaymentTransaction transaction) {
    boolean unsure = UNSURE.contains(transaction.status());
    if (unsure && transaction.kind() == TransactionKind.REFUND) {
      return payments.refund(
          transaction, unsettled.chargeOf(transaction), transaction.id().toString());
    }
    // a release has no key of its own: to say it again is the only way to ask
    return transaction.kind() == TransactionKind.VOID
            || unsure && transaction.kind() == TransactionKind.CAPTURE
        ? taking.again(transaction)
        : payments.ask(transaction.gateway(), transaction.id());
  }
}
