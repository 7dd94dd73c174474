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
import org.halles.marketplace.affiliate.AffiliateSales;
import org.halles.marketplace.checkout.RefundSettled;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.payment.Transactions;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What a refund does to the book, when it is decided and when its gateway refuses it. */
@ApplicationScoped
class Returning {

  private static final String TRANSACTION = "payment-transaction";
  private static final String REFUSED = "the gateway refused to give the money back";
  private static final String KEPT = "commission-kept";

  /** Kind of source of a refund that was refused and paid after all. */
  static final String LATE = "refund-late";

  private RefundStore refunds;
  private Transactions transactions;
  private PaidOrders orders;
  private Ledger ledger;
  private Purses purses;
  private Freezes freezes;
  private KeptStore kept;
  private AffiliateSales sales;
  private GiftCardsBack giftCards;

  protected Returning() {}

  @Inject
  Returning(
      RefundStore refunds,
      Transactions transactions,
      PaidOrders orders,
      Ledger ledger,
      Purses purses,
      Freezes freezes,
      KeptStore kept,
      AffiliateSales sales,
      GiftCardsBack giftCards) {
    this.giftCards = giftCards;
    this.refunds = refunds;
    this.transactions = transactions;
    this.orders = orders;
    this.ledger = ledger;
    this.purses = purses;
    this.freezes = freezes;
    this.kept = kept;
    this.sales = sales;
  }

  /**
   * A refund as it is booked.
   *
   * @param source id and kind of what it is known by in the book
   * @param back what the buyer gets by means of payment
   * @param amount the same in one sum
   * @param taken of the shares; empty where the platform gives of its own
   * @param kept what the vendors pay besides
   * @param feesBack by part, what its vendor gets back of what it bore of the gateway's fee
   */
  record Booking(
      PaidOrder order,
      Map<String, Money> back,
      Source source,
      Money amount,
      List<Taken> taken,
      List<Kept> kept,
      Map<UUID, Money> feesBack) {}

  static Source source(PaidOrder order, UUID refund, UUID transaction, Instant now) {
    return transaction == null
        ? new Source("refund", refund.toString(), now, order.id())
        : new Source(TRANSACTION, transaction.toString(), now, order.id());
  }

  /** Takes everybody's part, the vendors' from wherever it is by now, also what is frozen. */
  public void book(Booking booking) {
    PaidOrder order = booking.order();
    orders.mark(order.id(), refunds.markOf(order));
    freezes.around(order, booking.source().at(), () -> post(booking));
  }

  private void post(Booking booking) {
    if (booking.taken().isEmpty()) {
      ledger.post(Templates.goodwill(booking.source(), booking.back()));
      return;
    }
    PaidOrder order = booking.order();
    List<Taken> taken = booking.taken();
    Money amount = booking.amount();
    AffiliateParts affiliates = AffiliateParts.of(taken);
    purses.open(amount.currency(), vendorsOf(order, taken), affiliates.affiliates());
    List<Share> shares = new ArrayList<>();
    List<Share> gifts = new ArrayList<>();
    Map<UUID, Money> vendors = new LinkedHashMap<>();
    for (Taken one : taken) {
      Leg leg = one.leg();
      if (leg.isVendors()) {
        vendors.merge(leg.vendorOrderId(), one.amount(), Money::plus);
      } else if (!leg.isAffiliates()) {
        Share share =
            new Share(leg.booked(one.amount()).address(), one.amount(), leg.vendorOrderId());
        (leg.isGift() ? gifts : shares).add(share);
      }
    }
    vendors.forEach(
        (part, sum) -> shares.addAll(drawn(order, part, sum, booking.feesBack().get(part))));
    shares.addAll(affiliates.drawn(purses));
    Money recovered = net(taken, amount.currency()).minus(amount);
    ledger.post(Templates.refund(booking.source(), booking.back(), recovered, shares, gifts));
    bookKept(order, booking.source(), booking.kept());
  }

  /** The vendor gives its share less what it gets back of the gateway's fee. */
  private List<Share> drawn(PaidOrder order, UUID part, Money sum, Money feeBack) {
    UUID vendor = order.part(part).vendorId();
    if (feeBack == null) {
      return purses.draw(vendor, part, sum);
    }
    List<Share> shares = new ArrayList<>(purses.draw(vendor, part, sum.minus(feeBack)));
    shares.add(new Share(Chart.PSP_FEE_EXPENSE, feeBack, part));
    return shares;
  }

  /** The vendors pay what the platform keeps of its commission; under locked purses. */
  public void bookKept(PaidOrder order, Source cause, List<Kept> kept) {
    Map<UUID, Money> vendors = new LinkedHashMap<>();
    List<Share> income = new ArrayList<>();
    for (Kept one : kept) {
      if (one.amount().isPositive()) {
        UUID part = one.leg().vendorOrderId();
        vendors.merge(part, one.amount(), Money::plus);
        income.add(new Share(one.leg().booked(one.amount()).address(), one.amount(), part));
      }
    }
    if (!income.isEmpty()) {
      List<Share> shares = new ArrayList<>();
      vendors.forEach(
          (part, sum) -> shares.addAll(purses.draw(order.part(part).vendorId(), part, sum)));
      ledger.post(Templates.commissionKept(keptSource(cause), shares, income));
    }
  }

  /** What the platform had kept is the vendors' again; under locked purses. */
  void keptBack(UUID refund, Source cause, String reason) {
    if (kept.of(refund).stream().anyMatch(one -> one.amount().isPositive())) {
      ledger.reverse(Templates.COMMISSION_KEPT, keptSource(cause), cause.at(), reason);
    }
  }

  private static Source keptSource(Source cause) {
    // what was put back and is taken after all is known by another name
    String type = cause.type().equals(LATE) ? KEPT + "-late" : KEPT;
    return new Source(type, cause.id(), cause.at(), cause.about());
  }

  static Money net(List<Taken> taken, CurrencyCode currency) {
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
              if (refund.isFailed()) {
                return; // everything was put back before: LateRefunds
              }
              refunds.settle(refund.id(), settled.succeeded(), settled.at());
              transactions.firstPartSettled(refund.id(), settled.succeeded(), settled.at());
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
    Set<String> affiliates = AffiliateParts.of(refunds.taken(refund.id())).affiliates();
    purses.open(currency, vendors, affiliates);
    Source source = new Source(TRANSACTION, id, settled.at(), order.id());
    keptBack(refund.id(), source, REFUSED);
    ledger.reverse(
        refund.isGoodwill() ? Templates.GOODWILL : Templates.REFUND, source, settled.at(), REFUSED);
    orders.notRefunded(refund.units());
    giftCards.putBack(order, refunds.taken(refund.id()), settled.at());
    orders.mark(order.id(), refunds.markOf(order));
    purses.settleDebts(source, currency, vendors);
    purses.settleAffiliates(source, currency, affiliates);
    for (UUID part : affiliates.isEmpty() ? List.<UUID>of() : parts) {
      sales.restored(part);
    }
    for (UUID part : parts) {
      orders.releaseAgain(
          order, part, new Source("refund-returned", id + "/" + part, settled.at(), order.id()));
    }
  }
}
