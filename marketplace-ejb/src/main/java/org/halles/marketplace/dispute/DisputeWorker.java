package org.halles.marketplace.dispute;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.refund.CannotRefund;
import org.halles.marketplace.shared.BackgroundLoop;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.PaymentGateway.Chargeback;
import org.jboss.logging.Logger;

/**
 * Watches deadlines, and asks gateways about chargebacks whose messages may have been lost. Every
 * node may run it.
 */
@ApplicationScoped
class DisputeWorker {

  private static final Logger LOG = Logger.getLogger(DisputeWorker.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int BATCH = 100;

  /** So long what cannot be booked is asked for again; then the reconciliation names it. */
  private static final Duration HOPE = Duration.ofDays(30);

  private DisputeClock deadlines;
  private Chargebacks chargebacks;
  private UncoveredChargebacks uncovered;
  private Lookout lookout;
  private Payments payments;
  private CurrentCaller caller;
  private Clock clock;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected DisputeWorker() {}

  @Inject
  DisputeWorker(
      DisputeClock deadlines,
      Chargebacks chargebacks,
      UncoveredChargebacks uncovered,
      Lookout lookout,
      Payments payments,
      CurrentCaller caller,
      Clock clock,
      ManagedThreadFactory threads) {
    this.deadlines = deadlines;
    this.chargebacks = chargebacks;
    this.uncovered = uncovered;
    this.lookout = lookout;
    this.payments = payments;
    this.caller = caller;
    this.clock = clock;
    this.threads = threads;
    this.loop = new BackgroundLoop("disputes", PAUSE, this::round);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** One round; true if there is more to do at once. */
  boolean round() {
    int[] late = new int[1];
    caller.run(
        Caller.SYSTEM,
        () -> {
          late[0] = deadlines.escalate(BATCH);
          payments.all().forEach(this::look);
          chargebacks
              .undecided(BATCH)
              .forEach(one -> ask(one.gateway(), one.reference(), chargebacks::tell));
          chargebacks
              .secondThoughts(BATCH)
              .forEach(one -> ask(one.gateway(), one.reference(), chargebacks::tell));
          uncovered.toAsk(BATCH).forEach(one -> ask(one.gateway(), one.reference(), this::tell));
        });
    return late[0] == BATCH;
  }

  private void ask(String gateway, String reference, BiConsumer<String, Chargeback> told) {
    safely(
        gateway,
        () -> {
          payments.chargeback(gateway, reference).ifPresent(seen -> told.accept(gateway, seen));
          return true;
        });
  }

  private void look(String gateway) {
    safely(
        gateway,
        () -> {
          Instant now = clock.instant();
          lookout.reached(gateway, readFrom(gateway, lookout.since(gateway), now));
          return true;
        });
  }

  /**
   * @return up to when all is known: what cannot be booked yet is asked for again
   */
  private Instant readFrom(String gateway, Instant since, Instant now) {
    List<Chargeback> page = payments.chargebacks(gateway, since, BATCH);
    Instant known = now;
    for (Chargeback seen : page) {
      boolean told = safely(gateway, () -> tell(gateway, seen));
      if (!told && seen.at().isAfter(now.minus(HOPE))) {
        known = earlier(known, seen.at());
      }
    }
    boolean more = page.size() == BATCH && page.get(BATCH - 1).at().isAfter(since);
    return more ? earlier(known, readFrom(gateway, page.get(BATCH - 1).at(), now)) : known;
  }

  /**
   * What fits nothing is kept in mind, for two persons to book once the bank has decided. It is
   * looked at again and again, but said in the log only when it is news.
   *
   * @return false if it cannot be booked yet
   */
  private boolean tell(String gateway, Chargeback seen) {
    try {
      chargebacks.tell(gateway, seen);
      return true;
    } catch (CannotRefund tooMuch) {
      if (uncovered.remember(gateway, seen)) {
        LOG.warnf(
            "chargeback %s of gateway %s is not booked: %s",
            seen.reference(), gateway, tooMuch.getMessage());
      }
      return false;
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * One gateway that is away, or one chargeback that fits nothing, must not hold up the others.
   *
   * @return false if it did not work
   */
  private static boolean safely(String gateway, BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (Refusal refused) {
      LOG.warnf("news of gateway %s about a chargeback: %s", gateway, refused.getMessage());
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "gateway %s could not be asked about chargebacks", gateway);
    }
    return false;
  }
}
