package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.halles.marketplace.checkout.RefundSettled;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What a refund does to the book, when it is decided and when its gateway refuses it. */
@ApplicationScoped
class Returning {

  private static final String TRANSACTION = "payment-transaction";

  private RefundStore refunds;
  private PaidOrders orders;
  private Ledger ledger;
  private Purses purses;
  private Freezes freezes;

  protected Returning() {}

  @Inject
  Returning(RefundStore refunds, PaidOrders orders, Ledger ledger, Purses purses, Freezes freezes) {
    this.refunds = refunds;
    this.orders = orders;
    this.ledger = ledger;
    this.purses = purses;
    this.freezes = freezes;
  }

  /** Takes everybody's part, the vendors' from wherever it is by now. */
  public void book(
      PaidOrder order, PaymentTransaction charge, UUID refund, List<Taken> taken, Instant now) {
    Money amount = net(taken, charge.amount().currency());
    purses.open(amount.currency(), vendorsOf(order, taken));
    List<Share> shares = new ArrayList<>();
    List<Share> gifts = new ArrayList<>();
    Map<UUID, Money> vendors = new LinkedHashMap<>();
    for (Taken one : taken) {
      Leg leg = one.leg();
      if (leg.isVendors()) {
        vendors.merge(leg.vendorOrderId(), one.amount(), Money::plus);
      } else {
        Share share =
            new Share(leg.booked(one.amount()).address(), one.amount(), leg.vendorOrderId());
        (leg.isGift() ? gifts : shares).add(share);
      }
    }
    vendors.forEach(
        (part, sum) -> shares.addAll(purses.draw(order.part(part).vendorId(), part, sum)));
    Source source = new Source(TRANSACTION, refund.toString(), now, order.id());
    ledger.post(Templates.refund(source, charge.gateway(), amount, shares, gifts));
  }

  private static Money net(List<Taken> taken, CurrencyCode currency) {
    Money sum = Money.zero(currency);
    for (Taken one : taken) {
      sum = one.leg().isGift() ? sum.minus(one.amount()) : sum.plus(one.amount());
    }
    return sum;
  }

  private static Set<UUID> vendorsOf(PaidOrder order, List<Taken> taken) {
    Set<UUID> vendors = new TreeSet<>();
    taken.stream()
        .filter(one -> one.leg().isVendors())
        .forEach(one -> vendors.add(order.part(one.leg().vendorOrderId()).vendorId()));
    return vendors;
  }

  /** The gateway decided: it is done, or everything that was taken is put back. */
  void on(@Observes RefundSettled settled) {
    refunds
        .findByTransaction(settled.refund().id())
        .ifPresent(
            refund -> {
              refunds.settle(refund.id(), settled.succeeded(), settled.at());
              if (!settled.succeeded()) {
                PaidOrder order = orders.lock(refund.orderGroupId());
                freezes.around(order, settled.at(), () -> putBack(order, refund, settled));
              }
            });
  }

  private void putBack(PaidOrder order, RefundStore.Stored refund, RefundSettled settled) {
    String id = settled.refund().id().toString();
    List<UUID> parts = refunds.partsOf(refund.id());
    Set<UUID> vendors = new TreeSet<>();
    parts.forEach(part -> vendors.add(order.part(part).vendorId()));
    CurrencyCode currency = refund.amount().currency();
    purses.open(currency, vendors);
    Source source = new Source(TRANSACTION, id, settled.at(), order.id());
    ledger.reverse(
        Templates.REFUND, source, settled.at(), "the gateway refused to give the money back");
    orders.notRefunded(refund.units());
    orders.mark(order.id(), RefundMark.of(refunds.subjects(order.id(), currency)));
    purses.settleDebts(source, currency, vendors);
    for (UUID part : parts) {
      orders.releaseAgain(
          order, part, new Source("refund-returned", id + "/" + part, settled.at(), order.id()));
    }
  }
}
