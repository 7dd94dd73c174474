package org.halles.marketplace.payout;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.BackgroundLoop;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;
import org.jboss.logging.Logger;

/**
 * Sends approved payouts and asks about those whose end is not known; never inside a transaction,
 * and never under a new key before the former one is known to have done nothing. Any number of
 * nodes may do the same.
 */
@ApplicationScoped
public class PayoutSender {

  private static final Logger LOG = Logger.getLogger(PayoutSender.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  static final int BATCH = 20;

  private PayoutSettlement settlement;
  private Payments payments;
  private CurrentCaller caller;
  private AfterCommit afterCommit;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected PayoutSender() {}

  @Inject
  public PayoutSender(
      PayoutSettlement settlement,
      Payments payments,
      CurrentCaller caller,
      AfterCommit afterCommit,
      ManagedThreadFactory threads) {
    this.settlement = settlement;
    this.payments = payments;
    this.caller = caller;
    this.afterCommit = afterCommit;
    this.threads = threads;
    this.loop = new BackgroundLoop("payouts", PAUSE, () -> send() == BATCH);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  void wakeAfterCommit() {
    afterCommit.run(loop::wake);
  }

  /** One round; says how many were due. */
  int send() {
    AtomicInteger due = new AtomicInteger();
    caller.run(
        Caller.SYSTEM,
        () -> {
          List<PayoutSettlement.Due> claimed = settlement.claim(BATCH);
          claimed.forEach(this::send);
          due.set(claimed.size());
        });
    return due.get();
  }

  /** One that cannot be settled now must not hold up the others. */
  private void send(PayoutSettlement.Due due) {
    try {
      settlement.settle(due, news(due), payments.nextCheck(due.checks()));
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "payout %s could not be settled yet", due.number());
    }
  }

  private PaymentOutcome news(PayoutSettlement.Due due) {
    return due.unsent()
        ? payments.payOut(
            due.gateway(),
            new PaymentGateway.PayoutRequest(
                due.key().toString(), due.amount(), due.payee().toString(), due.number()))
        : payments.ask(due.gateway(), due.key());
  }
}
