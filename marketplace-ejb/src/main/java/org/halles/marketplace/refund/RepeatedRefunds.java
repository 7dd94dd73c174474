package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.payment.PaidWith;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Transactions;
import org.halles.spi.Money;

/**
 * A refund that its gateway refused, and whose shares were put back, is given after all: tried
 * again, or paid late by the gateway that refused it. Part of the caller's transaction.
 */
@ApplicationScoped
class RepeatedRefunds {

  private PaidOrders orders;
  private Transactions transactions;
  private RefundStore store;
  private RefundCases cases;
  private Refunds refunds;
  private RefundTerms terms;
  private Returning returning;
  private GiftCardsBack giftCards;

  protected RepeatedRefunds() {}

  @Inject
  RepeatedRefunds(
      PaidOrders orders,
      Transactions transactions,
      RefundStore store,
      RefundCases cases,
      Refunds refunds,
      RefundTerms terms,
      Returning returning,
      GiftCardsBack giftCards) {
    this.orders = orders;
    this.transactions = transactions;
    this.store = store;
    this.cases = cases;
    this.refunds = refunds;
    this.terms = terms;
    this.returning = returning;
    this.giftCards = giftCards;
  }

  /**
   * Tries it again: the same shares, under a new key.
   *
   * @param instead through which gateway the money of its gateway goes now, or null: its own
   * @return the new attempt
   * @throws CannotRefund if meanwhile so much went back that less is left
   */
  public UUID again(RefundStore.Stored refund, String instead, Instant now) {
    RefundCase open = cases.open(refund.orderGroupId());
    List<Taken> taken = store.taken(refund.id());
    open.requireLeft(refund.amount());
    Optional<Claim.Result> anew = dividedAnew(open, refund, taken);
    if (anew.isPresent()) {
      return replace(open, refund, anew.get(), instead, now);
    }
    open.requireLeft(open.order().number(), refund.units());
    open.requireLeft(taken);
    // credit goes back to the credit it came from, whatever became of the money meanwhile
    Portions portions = Portions.of(refund.amount(), open.payments(), instead);
    UUID intent = refunds.intend(portions, now);
    // exact by now: others may have kept of the same leg since it was refused
    List<Kept> keeps = terms.keep(open, refund.cause(), taken);
    store.again(refund.id(), intent);
    take(open, refund, taken, keeps, now);
    requireGoodwill(open, refund);
    follow(refund, portions.others(), now);
    book(
        open,
        refund,
        Returning.source(open.order(), refund.id(), intent, now),
        portions.byGateway(),
        taken,
        keeps);
    feeBeside(open, refund, taken);
    return intent;
  }

  /** Takes once more what was put back, for the gateway paid after all. */
  public void late(RefundStore.Stored refund, PaymentTransaction paid, Instant now) {
    RefundCase open = cases.open(refund.orderGroupId());
    List<Taken> taken = store.taken(refund.id());
    List<PaidWith> others = others(open, refund, paid);
    open.requireLeft(open.order().number(), refund.units());
    open.requireLeft(taken);
    List<Kept> keeps = terms.keep(open, refund.cause(), taken);
    store.paidAfterAll(refund.id(), now);
    take(open, refund, taken, keeps, now);
    follow(refund, others, now);
    transactions.firstPartSettled(refund.id(), true, now);
    Map<String, Money> back = new Portions(others, null).byGateway();
    back.merge(paid.gateway(), paid.amount(), Money::plus);
    String id = paid.id().toString();
    book(open, refund, new Source(Returning.LATE, id, now, open.order().id()), back, taken, keeps);
  }

  private void take(
      RefundCase open,
      RefundStore.Stored refund,
      List<Taken> taken,
      List<Kept> keeps,
      Instant now) {
    giftCards.take(open.order(), taken, now);
    terms.write(refund.id(), keeps);
  }

  private void follow(RefundStore.Stored refund, List<PaidWith> others, Instant now) {
    transactions.forgetFollowers(refund.id());
    others.forEach(portion -> transactions.intendAfter(refund.id(), portion, now));
  }

  private void book(
      RefundCase open,
      RefundStore.Stored refund,
      Source source,
      Map<String, Money> back,
      List<Taken> taken,
      List<Kept> keeps) {
    orders.refundedAgain(refund.units());
    returning.book(
        new Returning.Booking(
            open.order(),
            back,
            source,
            refund.amount(),
            taken,
            keeps,
            terms.feesReturned(refund.id())));
  }

  /**
   * An amount divided over the shares as they are now; empty if that is how it was divided at
   * first, or if it was no amount but units, goodwill, or the buyer's fee.
   */
  private Optional<Claim.Result> dividedAnew(
      RefundCase open, RefundStore.Stored refund, List<Taken> taken) {
    Money net = Returning.net(taken, refund.amount().currency());
    boolean fee =
        open.subjects().stream()
            .filter(Subject::isPlatforms)
            .anyMatch(one -> taken.stream().allMatch(part -> one.has(part.leg())));
    if (!refund.units().isEmpty() || fee || !net.equals(refund.amount())) {
      return Optional.empty();
    }
    UUID part = refund.vendorOrder();
    List<Subject> from =
        part == null ? terms.refundable(open, refund.cause()) : open.subjectsOf(part);
    RefundRequest amount = new RefundRequest(List.of(), false, refund.amount(), refund.reason());
    Claim.Result fair = open.claim(open.order().number(), from).of(amount);
    return byLeg(fair.taken()).equals(byLeg(taken)) ? Optional.empty() : Optional.of(fair);
  }

  private static Map<Long, Money> byLeg(List<Taken> taken) {
    Map<Long, Money> amounts = new HashMap<>();
    taken.forEach(one -> amounts.put(one.leg().id(), one.amount()));
    return amounts;
  }

  /** A refund of its own takes the place of one that others followed: its shares are of now. */
  private UUID replace(
      RefundCase open, RefundStore.Stored refund, Claim.Result anew, String instead, Instant now) {
    Decision decision =
        new Decision(
            anew, refund.vendorOrder(), refund.cause(), refund.reason(), refunds.callerId());
    UUID id = refunds.write(open, decision, instead, now);
    store.replaces(id, refund.id());
    requireGoodwill(open, refund);
    return id;
  }

  /** The fee goes back beside a refund that is tried again, if that is the last of all now. */
  private void feeBeside(RefundCase before, RefundStore.Stored refund, List<Taken> taken) {
    Claim.Result own = new Claim.Result(refund.amount(), taken, refund.units());
    Claim.Result all = terms.withFee(before, refund.cause(), own);
    if (all.taken().size() > taken.size()) {
      List<Taken> fee = all.taken().subList(taken.size(), all.taken().size());
      Claim.Result beside =
          new Claim.Result(all.amount().minus(refund.amount()), List.copyOf(fee), Map.of());
      refunds.carryOut(
          cases.open(refund.orderGroupId()),
          before.order().number(),
          new Decision(beside, null, refund.cause(), refund.reason(), refunds.callerId()));
    }
  }

  /** What of a refund goes back by other means than the one that paid already. */
  private static List<PaidWith> others(
      RefundCase open, RefundStore.Stored refund, PaymentTransaction paid) {
    Money rest = refund.amount().minus(paid.amount());
    List<PaidWith> credit = open.payments().stream().filter(one -> !one.isMoney()).toList();
    Money left = Money.sum(open.currency(), credit.stream().map(PaidWith::left).toList());
    boolean twice = open.payments().stream().anyMatch(one -> one.left().isNegative());
    if (twice || rest.compareTo(left) > 0) {
      throw CannotRefund.tooMuch(refund.amount(), open.moneyLeft());
    }
    return PaidWith.back(rest, credit);
  }

  /** What takes goodwill back waits until the buyer has that goodwill. */
  private void requireGoodwill(RefundCase open, RefundStore.Stored refund) {
    Money owed = store.owedGoodwill(refund.orderGroupId(), refund.amount().currency());
    if (!refund.isGoodwill() && owed.isPositive()) {
      throw CannotRetry.goodwillFirst(open.order().number(), owed);
    }
  }
}
