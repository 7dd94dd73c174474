package org.halles.marketplace.hold;

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
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.spi.Money;

/**
 * Releases one order at a time, each in a transaction of its own: whatever stops it in between, the
 * next round goes on where it stopped.
 */
@ApplicationScoped
public class Releases {

  private HoldRows rows;
  private Holds holds;
  private Balances balances;
  private Ledger ledger;
  private Purses purses;
  private Clock clock;

  protected Releases() {}

  @Inject
  Releases(
      HoldRows rows, Holds holds, Balances balances, Ledger ledger, Purses purses, Clock clock) {
    this.rows = rows;
    this.holds = holds;
    this.balances = balances;
    this.ledger = ledger;
    this.purses = purses;
    this.clock = clock;
  }

  /** The orders whose money has waited long enough. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<UUID> due(int most) {
    return rows.due(now(), most);
  }

  /** The orders of which something was kept back long enough. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<UUID> reservesDue(int most) {
    return rows.reservesDue(now(), most);
  }

  /** Makes the money of one order available, unless somebody else just did. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void release(UUID vendorOrder) {
    Instant now = now();
    rows.lockDue(vendorOrder, now).ifPresent(hold -> holds.release(hold, now));
  }

  /** Gives what was kept back of one order, as far as refunds left it. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void releaseReserve(UUID vendorOrder) {
    Instant now = now();
    rows.lockReserve(vendorOrder, now).ifPresent(reserve -> give(reserve, now));
  }

  private void give(HoldRows.Reserve reserve, Instant now) {
    HeldOrder order = reserve.order();
    purses.open(reserve.amount().currency(), List.of(order.vendorId()));
    Money given = reserve.amount().min(inReserve(reserve));
    if (given.isPositive()) {
      Source source = new Source("vendor-order", order.id().toString(), now, order.orderGroupId());
      ledger.post(Templates.reserveReleased(source, order.vendorId(), order.id(), given));
      purses.settleDebts(
          new Source("reserve", order.id().toString(), now, order.orderGroupId()),
          given.currency(),
          List.of(order.vendorId()));
    }
    rows.reserveReleased(order.id(), given, now);
  }

  private Money inReserve(HoldRows.Reserve reserve) {
    Money none = Money.zero(reserve.amount().currency());
    return balances.at(Chart.vendorReserve(reserve.order().vendorId())).stream()
        .map(account -> account.balance())
        .filter(balance -> balance.currency().equals(none.currency()))
        .findFirst()
        .orElse(none)
        .max(none);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
