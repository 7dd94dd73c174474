package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.Transactions;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;

/**
 * Money that a buyer's bank took back: it selects from the frozen split as a refund does, so that
 * refunds and chargebacks together never exceed what was paid. Part of the caller's transaction.
 */
@ApplicationScoped
public class TakenBack {

  private static final String TRANSACTION = "payment-transaction";
  private static final String FEE = "chargeback-fee";
  private static final String GAVE_BACK = "the bank gave the money back";

  private RefundCases cases;
  private RefundTerms terms;
  private RefundStore store;
  private Transactions transactions;
  private PaidOrders orders;
  private Freezes freezes;
  private Ledger ledger;
  private Purses purses;
  private Returning returning;
  private GiftCardsBack giftCards;
  private AffiliateSales sales;

  protected TakenBack() {}

  @Inject
  TakenBack(
      RefundCases cases,
      RefundTerms terms,
      RefundStore store,
      Transactions transactions,
      PaidOrders orders,
      Freezes freezes,
      Ledger ledger,
      Purses purses,
      Returning returning,
      GiftCardsBack giftCards,
      AffiliateSales sales) {
    this.sales = sales;
    this.giftCards = giftCards;
    this.cases = cases;
    this.terms = terms;
    this.store = store;
    this.transactions = transactions;
    this.orders = orders;
    this.freezes = freezes;
    this.ledger = ledger;
    this.purses = purses;
    this.returning = returning;
  }

  /** Locks the purchase of a charge; everything about its money waits for the caller. */
  public PaidOrder lock(UUID orderGroup) {
    return cases.open(orderGroup).order();
  }

  /** What neither a refund nor a chargeback has taken of the charge of a purchase. */
  public Money left(UUID orderGroup) {
    return cases.open(orderGroup).money().left();
  }

  /**
   * The money is gone from the gateway; the vendors' parts of it wait for the bank's decision.
   *
   * @param seen what the gateway says of it
   * @param words why, for the people who read of it
   * @return the id under which it is known as a refund
   * @throws CannotRefund naming what was asked and what is left, if less is left of the payment
   */
  public UUID open(UUID orderGroup, Chargeback seen, String words, Instant now) {
    RefundCase open = cases.open(orderGroup);
    PaidOrder order = open.order();
    PaymentTransaction charge = open.money().charge();
    if (seen.amount().compareTo(open.money().left()) > 0) {
      throw CannotRefund.tooMuch(seen.amount(), open.money().left());
    }
    UUID id = Payments.chargebackId(charge.gateway(), seen.reference());
    transactions.takenBack(id, charge, seen, now);
    take(open, id, charge.gateway(), seen.amount(), words, now);
    giftCards.freeze(order, store.taken(id));
    if (seen.fee().isPositive()) {
      ledger.post(
          Templates.chargebackFee(
              new Source(FEE, id.toString(), now, order.id()), charge.gateway(), seen.fee()));
    }
    return id;
  }

  private void take(
      RefundCase open, UUID id, String gateway, Money amount, String words, Instant now) {
    PaidOrder order = open.order();
    Claim.Result claim =
        open.claim(order.number()).of(new RefundRequest(List.of(), false, amount, words));
    store.write(
        id,
        order,
        new Decision(claim, null, Decision.Cause.CHARGEBACK, words, null),
        id,
        amount,
        now);
    orders.mark(order.id(), store.markOf(order));
    freezes.around(order, now, () -> setAside(order, gateway, id, claim.taken(), now));
  }

  private void setAside(PaidOrder order, String gateway, UUID id, List<Taken> taken, Instant now) {
    Map<UUID, Money> parts = vendorParts(taken);
    Money amount = amountOf(taken);
    purses.open(amount.currency(), vendorsOf(order, parts.keySet()));
    Map<UUID, List<Share>> shares = new LinkedHashMap<>();
    parts.forEach(
        (part, sum) -> {
          UUID vendor = order.part(part).vendorId();
          shares
              .computeIfAbsent(vendor, first -> new ArrayList<>())
              .addAll(purses.draw(vendor, part, sum));
        });
    ledger.post(Templates.chargebackOpened(source(order, id, now), gateway, amount, shares));
  }

  /** The money stays gone: everybody gives its frozen part, the vendors what waited. */
  public void lost(UUID id, String gateway, Instant now) {
    RefundCase open = cases.open(orderOf(id));
    PaidOrder order = open.order();
    List<Taken> taken = store.taken(id);
    List<Share> shares = new ArrayList<>();
    List<Share> gifts = new ArrayList<>();
    AffiliateParts affiliates = AffiliateParts.of(taken);
    freezes.openAll(order);
    shares.addAll(affiliates.drawn(purses));
    shares.addAll(giftCards.lose(order, taken, now));
    for (Taken one : taken) {
      Leg leg = one.leg();
      if (leg.isAffiliates() || leg.isGiftCard()) {
        continue;
      }
      String address =
          leg.isVendors()
              ? Chart.vendorDisputeHold(order.part(leg.vendorOrderId()).vendorId())
              : leg.booked(one.amount()).address();
      (leg.isGift() ? gifts : shares).add(new Share(address, one.amount(), leg.vendorOrderId()));
    }
    ledger.post(
        Templates.chargebackLost(source(order, id, now), gateway, amountOf(taken), shares, gifts));
    end(order, id, true, now);
    List<Kept> kept = terms.keep(open, Decision.Cause.CHARGEBACK, taken);
    terms.write(id, kept);
    freezes.around(
        order,
        now,
        () -> {
          purses.open(order.total().currency(), vendorsOf(order, vendorParts(taken).keySet()));
          returning.bookKept(order, source(order, id, now), kept);
        });
  }

  /**
   * The bank gave the money back: exactly what was taken is put back, and what would be available
   * by now is.
   *
   * @param feeBack true if the gateway gave its fee back as well
   */
  public void won(UUID id, boolean feeBack, Instant now) {
    PaidOrder order = cases.open(orderOf(id)).order();
    freezes.around(
        order,
        now,
        () -> {
          restore(order, id, feeBack, now);
          end(order, id, false, now);
        });
  }

  /**
   * The bank gave a part of the money back: first all of it is put back where it was, then what
   * stays with the buyer is taken as if no more had ever been.
   *
   * @param kept what stays with the buyer: above zero and less than was taken
   * @param feeBack true if the gateway gave its fee back
   * @return the id under which what stays is known as a refund
   */
  public UUID partly(
      UUID id, String gateway, Money kept, boolean feeBack, String words, Instant now) {
    freezes.openAll(cases.open(orderOf(id)).order());
    won(id, feeBack, now);
    return keep(id, Payments.keptId(id), gateway, kept, words, now);
  }

  /** What stays with the buyer of one that came back whole. */
  private UUID keep(UUID id, UUID stays, String gateway, Money kept, String words, Instant now) {
    transactions.keptOf(stays, id, kept, now);
    take(cases.open(orderOf(id)), stays, gateway, kept, words, now);
    lost(stays, gateway, now);
    return stays;
  }

  /**
   * The bank had decided for the buyer and gave the money back all the same: the loss is turned
   * round, and then it is as if the bank had decided so at once.
   *
   * @param id under which what stayed with the buyer is known as a refund
   */
  public void returned(UUID id, Instant now) {
    PaidOrder order = cases.open(orderOf(id)).order();
    freezes.openAll(order);
    freezes.around(
        order,
        now,
        () -> {
          found(order, id, now);
          restore(order, id, false, now);
          end(order, id, false, now);
        });
  }

  /**
   * The bank had decided for the buyer, at least in part, and gave more back all the same.
   *
   * @param id of the chargeback
   * @param lost under which what stayed with the buyer until now is known as a refund
   * @param kept what stays from now on: above zero and less than before
   * @return the id under which that is known
   */
  public UUID partlyReturned(
      UUID id, UUID lost, String gateway, Money kept, String words, Instant now) {
    returned(lost, now);
    return keep(id, Payments.keptId(lost), gateway, kept, words, now);
  }

  private void found(PaidOrder order, UUID id, Instant now) {
    List<Taken> taken = store.taken(id);
    Set<String> affiliates = AffiliateParts.of(taken).affiliates();
    Source lost = source(order, id, now);
    Source found = new Source("chargeback-found", id.toString(), now, order.id());
    returning.keptBack(id, lost, GAVE_BACK);
    giftCards.found(order, ledger.reverse(Templates.CHARGEBACK_LOST, lost, found, GAVE_BACK), now);
    purses.settleAffiliates(found, order.total().currency(), affiliates);
    if (!affiliates.isEmpty()) {
      vendorParts(taken).keySet().forEach(sales::restored);
    }
  }

  /** What a chargeback, or what of it stays with the buyer, took. */
  public Money taken(UUID id) {
    return store.findByTransaction(id).orElseThrow().amount();
  }

  /** The gateway gave its fee back as well, unless that is booked already. */
  public void feeReturned(UUID id, UUID order, Instant now) {
    Source fee = new Source(FEE, id.toString(), now, order);
    if (ledger.stands(Templates.CHARGEBACK_FEE, fee)) {
      ledger.reverse(Templates.CHARGEBACK_FEE, fee, now, "the gateway gave its fee back");
    }
  }

  private void restore(PaidOrder order, UUID id, boolean feeBack, Instant now) {
    Set<UUID> parts = vendorParts(store.taken(id)).keySet();
    CurrencyCode currency = order.total().currency();
    Set<UUID> vendors = vendorsOf(order, parts);
    purses.open(currency, vendors);
    ledger.reverse(Templates.CHARGEBACK_OPENED, source(order, id, now), now, GAVE_BACK);
    if (feeBack) {
      feeReturned(id, order.id(), now);
    }
    purses.settleDebts(source(order, id, now), currency, vendors);
    for (UUID part : parts) {
      orders.releaseAgain(
          order, part, new Source("chargeback-won", id + "/" + part, now, order.id()));
    }
  }

  private void end(PaidOrder order, UUID id, boolean lost, Instant now) {
    giftCards.thaw(order, store.taken(id));
    transactions.takenBackForGood(id, lost, now);
    store.settle(id, lost, now);
    orders.mark(order.id(), store.markOf(order));
  }

  private UUID orderOf(UUID id) {
    return store.findByTransaction(id).orElseThrow().orderGroupId();
  }

  private static Source source(PaidOrder order, UUID id, Instant now) {
    return new Source(TRANSACTION, id.toString(), now, order.id());
  }

  private static Map<UUID, Money> vendorParts(List<Taken> taken) {
    Map<UUID, Money> parts = new LinkedHashMap<>();
    taken.stream()
        .filter(one -> one.leg().isVendors())
        .forEach(one -> parts.merge(one.leg().vendorOrderId(), one.amount(), Money::plus));
    return parts;
  }

  private static Set<UUID> vendorsOf(PaidOrder order, Set<UUID> parts) {
    Set<UUID> vendors = new TreeSet<>();
    parts.forEach(part -> vendors.add(order.part(part).vendorId()));
    return vendors;
  }

  private static Money amountOf(List<Taken> taken) {
    Money sum = Money.zero(taken.get(0).amount().currency());
    for (Taken one : taken) {
      sum = one.leg().isGift() ? sum.minus(one.amount()) : sum.plus(one.amount());
    }
    return sum;
  }
}
