package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;

/**
 * What is left on a card when it expires is owed no more: a gift is no expense then, and what
 * somebody paid for is income. One card at a time, each in a transaction of its own.
 */
@ApplicationScoped
public class Expiry {

  private CreditRows rows;
  private Ledger ledger;
  private Clock clock;

  protected Expiry() {}

  @Inject
  Expiry(CreditRows rows, Ledger ledger, Clock clock) {
    this.rows = rows;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Cards that expired with something on them. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<UUID> due(int most) {
    return rows.expired(clock.instant(), most);
  }

  /** Takes what is left off a card, unless it is good again meanwhile. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void expire(UUID id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    rows.lock(id)
        .filter(card -> card.isOver(now) && card.balance().isPositive())
        .ifPresent(card -> takeOff(card, now));
  }

  /** Part of the caller's transaction, which has locked it. */
  void takeOff(Credit card, Instant now) {
    rows.move(card.id(), "EXPIRED", card.balance().negate(), null, null, now);
    // a card that expired, got a refund and expired again is two events
    String event = card.id() + "/" + now;
    ledger.post(
        Templates.creditExpired(
            new Source("store-credit", event, now, null),
            card.sold() ? Chart.BREAKAGE_INCOME : Chart.PROMO_EXPENSE,
            card.balance()));
  }
}
