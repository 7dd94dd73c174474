package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.credit.StoreCredits;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.marketplace.order.FrozenLeg;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.order.OrderFates;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;

/** What follows for an order from the outcome of its charge; part of the settling transaction. */
@ApplicationScoped
class ChargeOutcomes {

  /** How long goods are kept while a buyer must act elsewhere. */
  private static final Duration TIME_TO_ACT = Duration.ofHours(1);

  /** How long goods are kept while a gateway decides or cannot be asked. */
  private static final Duration TIME_TO_DECIDE = Duration.ofHours(24);

  private OrderFates fates;
  private Bookkeeping books;
  private Transactions transactions;
  private StoreCredits credits;
  private Payments payments;
  private Timeline timeline;
  private Outbox outbox;
  private BorneFees borne;
  private CashBooks cash;
  private GiftCardsPaid gifts;

  protected ChargeOutcomes() {}

  @Inject
  ChargeOutcomes(
      OrderFates fates,
      Bookkeeping books,
      Transactions transactions,
      StoreCredits credits,
      Payments payments,
      Timeline timeline,
      Outbox outbox,
      BorneFees borne,
      CashBooks cash,
      GiftCardsPaid gifts) {
    this.gifts = gifts;
    this.fates = fates;
    this.books = books;
    this.transactions = transactions;
    this.credits = credits;
    this.payments = payments;
    this.timeline = timeline;
    this.outbox = outbox;
    this.borne = borne;
    this.cash = cash;
  }

  /** Says where the order stands then. */
  public Fate follow(
      PaymentTransaction charge, LockedOrder order, PaymentOutcome outcome, Instant now) {
    if (outcome instanceof PaymentOutcome.Approved approved) {
      return approved(charge, order, approved, now);
    }
    return withoutMoney(charge, order, outcome, now);
  }

  /** No money came, or none yet. */
  public Fate withoutMoney(
      PaymentTransaction charge, LockedOrder order, PaymentOutcome outcome, Instant now) {
    if (order.status() != OrderGroupStatus.AWAITING_PAYMENT) {
      return Fate.of(order.status());
    }
    if (outcome instanceof PaymentOutcome.Declined declined) {
      return Fate.of(declined(order, declined, now));
    }
    return Fate.of(awaited(charge, order, outcome, now));
  }

  private Fate approved(
      PaymentTransaction charge, LockedOrder order, PaymentOutcome.Approved approved, Instant now) {
    boolean paidAlready =
        order.status() != OrderGroupStatus.AWAITING_PAYMENT && !order.status().isDead();
    boolean enough = charge.amount().plus(order.credit()).equals(order.total());
    if (paidAlready || !enough || order.status().isDead() && !fates.revive(order, now)) {
      return Fate.of(giveBack(charge, order, approved, now));
    }
    List<FrozenLeg> legs = fates.legs(order.id());
    return paid(order, List.of(charge), legs, borne.take(order, charge, legs), approved.fee(), now);
  }

  /** An order that credits pay wholly, or that costs nothing: no gateway is asked. */
  public Fate covered(LockedOrder order, Instant now) {
    Money none = Money.zero(order.total().currency());
    return paid(order, List.of(), fates.legs(order.id()), List.of(), none, now);
  }

  /**
   * What was held is taken: what of the purchase still stands is paid.
   *
   * @param fee what the gateway kept of it
   */
  public Fate taken(LockedOrder order, PaymentTransaction capture, Money fee, Instant now) {
    List<FrozenLeg> legs = fates.legs(order.id());
    books.captured(order.id(), List.of(capture), legs, borne.take(order, capture, legs), fee, now);
    List<DomainEvent.VendorPart> parts = fates.taken(order, now);
    if (capture.gateway().equals(CashGateway.ID)) {
      cash.kept(capture, parts, now);
    }
    timeline.add(order.id(), null, Timeline.PAID, now, Map.of());
    tellPaid(order, capture.amount(), parts, now);
    return Fate.of(OrderGroupStatus.PAID);
  }

  /**
   * What of a purchase still stands costs nothing, so nothing of what was held is taken.
   *
   * @param tell whether its vendors and its buyer may know yet
   */
  public void given(LockedOrder order, boolean tell, Instant now) {
    Money none = Money.zero(order.total().currency());
    books.captured(order.id(), List.of(), fates.legs(order.id()), List.of(), none, now);
    List<DomainEvent.VendorPart> parts = fates.taken(order, now);
    timeline.add(order.id(), null, Timeline.PAID, now, Map.of());
    if (tell) {
      tellPaid(order, none, parts, now);
    }
  }

  private void tellPaid(
      LockedOrder order, Money amount, List<DomainEvent.VendorPart> parts, Instant now) {
    outbox.add(
        new DomainEvent.OrderPaid(
            order.id(), order.number(), order.email(), order.language(), amount, parts, now));
  }

  private Fate paid(
      LockedOrder order,
      List<PaymentTransaction> money,
      List<FrozenLeg> legs,
      List<Share> borne,
      Money fee,
      Instant now) {
    List<PaymentTransaction> charges = new ArrayList<>(money);
    if (order.credit().isPositive()) {
      charges.addAll(transactions.chargeCredits(order.id(), now));
      credits.spend(order.id());
    }
    books.captured(order.id(), charges, legs, borne, fee, now);
    OrderFates.PaidParts paid = fates.paid(order, now);
    timeline.add(order.id(), null, Timeline.PAID, now, Map.of());
    boolean gift = GiftCardsPaid.isOne(legs);
    if (gift ? !gifts.issue(order, now) : paid.begin() == VendorOrderStatus.IN_REVIEW) {
      timeline.add(order.id(), null, Timeline.HELD, now, Map.of());
      outbox.add(new DomainEvent.OrderHeld(order.id(), order.number(), order.total(), now));
      return new Fate(OrderGroupStatus.PAID, paid.begin());
    }
    if (!gift) {
      tellPaid(order, order.total(), paid.parts(), now);
    }
    return new Fate(OrderGroupStatus.PAID, paid.begin());
  }

  /**
   * The goods are gone, or paid by another attempt: the money goes back, by an intent that the
   * sweeper carries out.
   */
  public OrderGroupStatus giveBack(
      PaymentTransaction charge, LockedOrder order, PaymentOutcome.Approved approved, Instant now) {
    books.capturedTooLate(charge, approved.fee(), now);
    transactions.surplus(charge.id());
    transactions.intendRefund(charge, charge.amount(), now);
    timeline.add(order.id(), null, Timeline.LATE_PAYMENT_RETURNED, now, Map.of());
    outbox.add(
        new DomainEvent.LatePaymentReturned(order.id(), order.number(), charge.amount(), now));
    return order.status();
  }

  private OrderGroupStatus declined(
      LockedOrder order, PaymentOutcome.Declined declined, Instant now) {
    fates.dead(order, OrderGroupStatus.PAYMENT_FAILED, now);
    timeline.add(order.id(), null, Timeline.PAYMENT_FAILED, now, Map.of("reason", declined.code()));
    outbox.add(new DomainEvent.PaymentFailed(order.id(), order.number(), declined.code(), now));
    return OrderGroupStatus.PAYMENT_FAILED;
  }

  private OrderGroupStatus awaited(
      PaymentTransaction charge, LockedOrder order, PaymentOutcome outcome, Instant now) {
    boolean buyersTurn = outcome instanceof PaymentOutcome.RequiresAction;
    Instant usual = now.plus(buyersTurn ? TIME_TO_ACT : TIME_TO_DECIDE);
    fates.keepUntil(order, payments.openUntil(charge).orElse(usual));
    timeline.add(order.id(), null, Timeline.PAYMENT_AWAITED, now, Map.of());
    outbox.add(new DomainEvent.PaymentAwaited(order.id(), order.number(), now));
    return OrderGroupStatus.AWAITING_PAYMENT;
  }
}
