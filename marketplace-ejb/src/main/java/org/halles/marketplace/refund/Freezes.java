package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.shared.Database;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * The money of orders that wait for a decision. Whoever else takes of it lets it go first and takes
 * aside again what is left, all in one transaction: so everything is drawn from where it belongs,
 * and what waits goes back exactly where it was. On a purchase the caller has locked.
 */
@ApplicationScoped
public class Freezes {

  private record Freeze(UUID part, UUID dispute, int round, boolean taken) {

    Source source(PaidOrder order, Instant now) {
      return new Source("dispute-hold", dispute + "/" + part + "/" + round, now, order.id());
    }
  }

  private Database database;
  private RefundStore refunds;
  private PaidOrders orders;
  private Ledger ledger;
  private Purses purses;
  private KeptStore kept;

  protected Freezes() {}

  @Inject
  Freezes(
      Database database,
      RefundStore refunds,
      PaidOrders orders,
      Ledger ledger,
      Purses purses,
      KeptStore kept) {
    this.database = database;
    this.refunds = refunds;
    this.orders = orders;
    this.ledger = ledger;
    this.purses = purses;
    this.kept = kept;
  }

  /** Takes aside what the vendor has of this part, as far as it is there. */
  public void freeze(PaidOrder order, UUID part, UUID dispute, Instant now) {
    database.update(
        "insert into money_freeze (vendor_order_id, dispute_id) values (?, ?)", part, dispute);
    take(order, new Freeze(part, dispute, 0, false), now);
  }

  /** Lets it go for good: it is where it was, or available if its time has come. */
  public void thaw(PaidOrder order, UUID part, Instant now) {
    for (Freeze freeze : of(order)) {
      if (freeze.part().equals(part)) {
        putBack(order, freeze, now);
        database.update("delete from money_freeze where vendor_order_id = ?", part);
        orders.releaseAgain(
            order,
            part,
            new Source("dispute-ended", freeze.dispute() + "/" + part, now, order.id()));
      }
    }
  }

  /** Does something with the money of this purchase as if none of it was taken aside. */
  public void around(PaidOrder order, Instant now, Runnable work) {
    List<Freeze> freezes = of(order);
    if (!freezes.isEmpty()) {
      openAll(order);
    }
    freezes.forEach(freeze -> putBack(order, freeze, now));
    work.run();
    freezes.forEach(
        freeze ->
            take(
                order,
                new Freeze(freeze.part(), freeze.dispute(), freeze.round() + 1, false),
                now));
  }

  private List<Freeze> of(PaidOrder order) {
    return database.list(
        """
        select f.* from money_freeze f join vendor_order o on o.id = f.vendor_order_id
         where o.order_group_id = ? order by o.position for update of f
        """,
        row ->
            new Freeze(
                row.uuid("vendor_order_id"),
                row.uuid("dispute_id"),
                row.integer("round"),
                row.flag("taken")),
        order.id());
  }

  private void take(PaidOrder order, Freeze freeze, Instant now) {
    UUID vendor = order.part(freeze.part()).vendorId();
    Money left = leftOf(order, freeze.part());
    openAll(order);
    List<Templates.Share> shares = purses.drawWithoutDebt(vendor, freeze.part(), left);
    if (!shares.isEmpty()) {
      ledger.post(Templates.disputeHeld(freeze.source(order, now), vendor, shares));
    }
    database.update(
        "update money_freeze set round = ?, taken = ? where vendor_order_id = ?",
        freeze.round(),
        !shares.isEmpty(),
        freeze.part());
  }

  private void putBack(PaidOrder order, Freeze freeze, Instant now) {
    if (freeze.taken()) {
      UUID vendor = order.part(freeze.part()).vendorId();
      CurrencyCode currency = order.total().currency();
      openAll(order);
      Source source = freeze.source(order, now);
      ledger.reverse(Templates.DISPUTE_HELD, source, now, "no longer taken aside");
      purses.settleDebts(source, currency, List.of(vendor));
    }
  }

  /**
   * Locks the funds of everybody who earned with the purchase, at once and in one order: whoever
   * held the vendors' and then asked for the affiliates' would wait for a payout that holds these
   * and asks for those.
   */
  void openAll(PaidOrder order) {
    Set<UUID> vendors = new TreeSet<>();
    order.parts().forEach(part -> vendors.add(part.vendorId()));
    List<String> affiliates =
        database.list(
            """
            select distinct split_part(party, ':', 2) as id from allocation_line
             where order_group_id = ? and kind = 'AFFILIATE'
            """,
            row -> row.text("id"),
            order.id());
    purses.open(order.total().currency(), vendors, affiliates);
  }

  /** What the buyer can still get back of a part. */
  public Money buyersLeft(PaidOrder order, UUID part) {
    CurrencyCode currency = order.total().currency();
    return Money.sum(
        currency,
        refunds.subjects(order.id(), currency).stream()
            .filter(subject -> part.equals(subject.vendorOrderId()))
            .map(Subject::left)
            .toList());
  }

  /** What of the vendor's share of a part has not gone back. */
  private Money leftOf(PaidOrder order, UUID part) {
    Money left = Money.zero(order.total().currency());
    for (Subject subject : refunds.subjects(order.id(), left.currency())) {
      if (part.equals(subject.vendorOrderId())) {
        for (Leg leg : subject.legs()) {
          left = leg.isVendors() ? left.plus(leg.amount()).minus(leg.refunded()) : left;
        }
      }
    }
    // what the platform kept was paid besides: of what a debt was made, nothing is left
    Money paid = kept.paidBy(part, left.currency());
    return left.minus(paid.min(left));
  }
}
