package org.halles.marketplace.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.spi.Money;

/**
 * What was earned with an order waits until its day, then becomes available: part of the caller's
 * transaction, on an order it has locked.
 */
@ApplicationScoped
public class Holds {

  private HoldRows rows;
  private TermsRows terms;
  private Balances balances;
  private Ledger ledger;
  private Purses purses;

  protected Holds() {}

  @Inject
  Holds(HoldRows rows, TermsRows terms, Balances balances, Ledger ledger, Purses purses) {
    this.rows = rows;
    this.terms = terms;
    this.balances = balances;
    this.ledger = ledger;
    this.purses = purses;
  }

  /** Everything left: should nobody ever say that it arrived, its money has a last day. */
  public void left(HeldOrder order, Instant now) {
    HoldTerms its = terms.of(order.vendorId());
    if (its.longestDays() != null) {
      rows.set(order, its, its.afterLeaving(now), false);
    }
  }

  /** Everything arrived: its money is available now, or has a day. */
  public void arrived(HeldOrder order, Instant now) {
    HoldTerms its = terms.of(order.vendorId());
    rows.set(order, its, its.afterDelivery(now), true);
    HoldRows.Hold hold = rows.find(order.id()).orElseThrow();
    if (its.days() == 0 && !hold.released()) {
      release(hold, now);
    }
  }

  /** The day has come: whatever is left of it, less the reserve, less any debt. */
  void release(HoldRows.Hold hold, Instant now) {
    HeldOrder order = hold.order();
    Source source = new Source("vendor-order", order.id().toString(), now, order.orderGroupId());
    pending(order)
        .ifPresent(
            left -> {
              Money reserved = hold.terms().reserveOf(left);
              if (reserved.isPositive()) {
                rows.keep(order, reserved, hold.terms().afterRelease(now));
              }
              post(order, source, left, reserved);
            });
    rows.released(order.id(), now);
  }

  /**
   * Money came back to what waits for this order: it waits with the rest, or, if the rest is gone,
   * becomes available at once.
   *
   * @param over true if the order is delivered
   * @param cause of the new entry
   */
  public void again(HeldOrder order, boolean over, Source cause) {
    boolean released = rows.find(order.id()).map(HoldRows.Hold::released).orElse(over);
    if (released) {
      pending(order).ifPresent(left -> post(order, cause, left, Money.zero(left.currency())));
    }
  }

  private void post(HeldOrder order, Source source, Money left, Money reserved) {
    ledger.post(Templates.delivered(source, order.vendorId(), order.id(), left, reserved));
    purses.settleDebts(source, left.currency(), List.of(order.vendorId()));
  }

  private Optional<Money> pending(HeldOrder order) {
    return balances.ofVendorOrder(Chart.vendorPending(order.vendorId()), order.id()).stream()
        .filter(Money::isPositive)
        .findFirst();
  }
}
