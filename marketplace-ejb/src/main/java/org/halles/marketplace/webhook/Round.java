package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Brings one receiver what is due for it, one message after the other. */
@ApplicationScoped
class Round {

  private static final Logger LOG = Logger.getLogger(Round.class);

  /** Then it is another receiver's turn. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Sendings sendings;
  private Courier courier;
  private Outcomes outcomes;
  private Clock clock;

  protected Round() {}

  @Inject
  Round(Sendings sendings, Courier courier, Outcomes outcomes, Clock clock) {
    this.sendings = sendings;
    this.courier = courier;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** Serves a subscription that was taken, and lets it go. */
  void serve(UUID subscription) {
    long began = System.nanoTime();
    try {
      boolean goesOn = true;
      while (goesOn && System.nanoTime() - began < LONGEST.toNanos()) {
        goesOn = sendings.next(subscription).filter(this::send).isPresent();
      }
    } catch (RuntimeException trouble) {
      LOG.warnf(trouble, "webhook %s is served later", subscription);
    } finally {
      letGo(subscription);
    }
  }

  private boolean send(Parcel parcel) {
    Instant at = clock.instant();
    Answer answer = courier.carry(parcel, at.getEpochSecond());
    outcomes.note(parcel, answer, at);
    return answer.isTaken();
  }

  private void letGo(UUID subscription) {
    try {
      sendings.letGo(subscription);
    } catch (RuntimeException databaseAway) {
      LOG.debugf("webhook %s is free again when its time is over: %s", subscription, databaseAway);
    }
  }
}
