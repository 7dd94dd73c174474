package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.WebhookStopped;
import org.halles.marketplace.shared.Outbox;

/** Writes down how an attempt went, and what follows for the message and its receiver. */
@ApplicationScoped
class Outcomes {

  private Database database;
  private Outbox outbox;
  private Clock clock;
  private final Patience patience = new Patience(new SecureRandom());

  protected Outcomes() {}

  @Inject
  Outcomes(Database database, Outbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Notes an attempt; one transaction, so that the log and the state agree. */
  @Transactional
  public void note(Parcel parcel, Answer answer, Instant at) {
    database.update(
        """
        insert into webhook_attempt (delivery_id, at, millis, status_code, fault, answer)
        select id, ?, ?, ?::int, ?, ? from webhook_delivery where id = ?
        """,
        at,
        answer.millis(),
        answer.status(),
        answer.fault(),
        answer.excerpt(),
        parcel.id());
    if (answer.isTaken()) {
      taken(parcel, answer, at);
    } else {
      notTaken(parcel, answer, at);
    }
  }

  private void taken(Parcel parcel, Answer answer, Instant at) {
    settle(parcel, "DELIVERED", at);
    database.update(
        """
        update webhook_subscription set failures = 0, rest_until = null, slow = ?, delivered_at = ?
         where id = ?
        """,
        answer.isSlow(),
        clock.instant(),
        parcel.subscriptionId());
  }

  private void notTaken(Parcel parcel, Answer answer, Instant at) {
    Optional<Duration> wait =
        answer.isGone() ? Optional.empty() : patience.after(parcel.attempts() + 1);
    if (wait.isPresent()) {
      later(parcel, wait.get(), at);
    } else {
      settle(parcel, "FAILED", at);
    }
    int failures = rest(parcel, answer);
    if (answer.isGone()) {
      stop(parcel, "gone");
    } else if (wait.isEmpty() && failures > 0 && !reachedSince(parcel)) {
      stop(parcel, "unreachable");
    }
  }

  private void later(Parcel parcel, Duration wait, Instant at) {
    database.update(
        """
        update webhook_delivery set attempts = attempts + 1, due_at = ?,
               first_tried_at = coalesce(first_tried_at, ?) where id = ? and status = 'WAITING'
        """,
        clock.instant().plus(wait),
        at,
        parcel.id());
  }

  private void settle(Parcel parcel, String status, Instant at) {
    database.update(
        """
        update webhook_delivery set attempts = attempts + 1, status = ?, settled_at = ?,
               first_tried_at = coalesce(first_tried_at, ?) where id = ? and status = 'WAITING'
        """,
        status,
        clock.instant(),
        at,
        parcel.id());
  }

  /** A receiver that fails is left in peace for a moment, longer each time. */
  private int rest(Parcel parcel, Answer answer) {
    int failures =
        database
            .find(
                """
                update webhook_subscription set failures = failures + 1, slow = slow or ?
                 where id = ? returning failures
                """,
                row -> row.integer("failures"),
                answer.isSlow(),
                parcel.subscriptionId())
            .orElse(0);
    if (failures > 0) {
      database.update(
          "update webhook_subscription set rest_until = ? where id = ?",
          clock.instant().plus(Patience.rest(failures)),
          parcel.subscriptionId());
    }
    return failures;
  }

  /** A receiver that takes other messages is there: then only this one is given up. */
  private boolean reachedSince(Parcel parcel) {
    return parcel.firstTriedAt() != null
        && database
            .find(
                "select 1 as one from webhook_subscription where id = ? and delivered_at > ?",
                row -> true,
                parcel.subscriptionId(),
                parcel.firstTriedAt())
            .isPresent();
  }

  private void stop(Parcel parcel, String why) {
    int stopped =
        database.update(
            """
            update webhook_subscription set status = 'PAUSED', paused_why = ?, version = version + 1
             where id = ? and status = 'ON'
            """,
            why,
            parcel.subscriptionId());
    if (stopped > 0) {
      outbox.add(
          new WebhookStopped(
              parcel.subscriptionId(),
              parcel.vendorId(),
              URI.create(parcel.url()).getHost(),
              why,
              clock.instant()));
    }
  }
}
