package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.checkout.ChargebackTold;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.refund.LostBeyond;
import org.halles.marketplace.refund.TakenBack;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.ChargebackState;
import org.jboss.logging.Logger;

/**
 * A gateway tells how a chargeback stands. It only ever moves forward, so news that come twice,
 * late or in the wrong order change nothing.
 */
@ApplicationScoped
class ChargebackNews {

  private static final Logger LOG = Logger.getLogger(ChargebackNews.class);
  private static final Duration TO_PASS_IT_ON = Duration.ofDays(2);
  private static final String GAVE_A_PART_BACK = "the bank gave a part back";

  private Transactions transactions;
  private TakenBack money;
  private DisputeRows rows;
  private Cases cases;
  private Timeline timeline;
  private Outbox outbox;
  private UncoveredRows uncovered;
  private LostBeyond losses;
  private BankDecisions decisions;

  protected ChargebackNews() {}

  @Inject
  ChargebackNews(
      Transactions transactions,
      TakenBack money,
      DisputeRows rows,
      Cases cases,
      Timeline timeline,
      Outbox outbox,
      UncoveredRows uncovered,
      LostBeyond losses,
      BankDecisions decisions) {
    this.decisions = decisions;
    this.uncovered = uncovered;
    this.losses = losses;
    this.transactions = transactions;
    this.money = money;
    this.rows = rows;
    this.cases = cases;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /** Within the transaction that remembers the message. */
  void on(@Observes ChargebackTold told) {
    Optional<PaymentTransaction> charge = chargeOf(told.gateway(), told.chargeback());
    if (charge.isEmpty()) {
      LOG.errorf(
          "gateway %s took back %s of %s, which is none of our charges",
          told.gateway(), told.chargeback().amount(), told.chargeback().chargeKey());
      return;
    }
    PaidOrder order = money.lock(charge.get().orderGroupId());
    UUID id = Payments.chargebackId(told.gateway(), told.chargeback().reference());
    Optional<UncoveredRows.Stored> loss = uncovered.lock(id).filter(UncoveredRows.Stored::isBooked);
    if (loss.isPresent() && loss.get().turnedRoundAt() == null) {
      givenBack(loss.get(), order, told);
    } else if (rows.find(id).isPresent()) {
      decisions.follow(rows.lock(id), order, told);
    } else if (loss.isEmpty()) {
      first(id, order, told);
      uncovered.forget(id);
    }
  }

  /**
   * What was booked as lost is never booked again; what a bank gives back of it is the credit's
   * first, and the purchase's then.
   */
  private void givenBack(UncoveredRows.Stored loss, PaidOrder order, ChargebackTold told) {
    Chargeback seen = told.chargeback();
    Instant now = cases.now();
    if (seen.state() == ChargebackState.WON && seen.fee().isZero()) {
      money.feeReturned(loss.id(), loss.orderGroup(), now);
    }
    if (BankDecisions.isDecided(seen) && seen.kept().compareTo(loss.seen().amount()) < 0) {
      givenBack(loss, order, told, now);
    }
  }

  private void givenBack(
      UncoveredRows.Stored loss, PaidOrder order, ChargebackTold told, Instant now) {
    Optional<DisputeRows.Stored> covered = rows.find(loss.id()).map(known -> rows.lock(known.id()));
    Money kept = told.chargeback().kept();
    Money ofPurchase = covered.map(DisputeRows.Stored::amount).orElse(Money.zero(kept.currency()));
    Money stillLost = kept.minus(kept.min(ofPurchase));
    if (stillLost.isZero()) {
      turnRound(loss, now);
      uncovered.turnedRound(loss.id(), now);
      covered.ifPresent(dispute -> decisions.rethink(dispute, order, told));
    } else if (stillLost.compareTo(loss.loss()) < 0) {
      turnRound(loss, now);
      Money recovered = losses.book(loss.known().less(), stillLost, GAVE_A_PART_BACK, now);
      uncovered.bookedInPart(loss.id(), kept, stillLost, recovered);
    }
  }

  private void turnRound(UncoveredRows.Stored loss, Instant now) {
    if (loss.loss().isPositive()) {
      losses.turnRound(loss.known(), loss.recovered(), now);
    }
  }

  /** What is left of a purchase, which is locked. */
  Money left(UUID orderGroup) {
    return money.left(orderGroup);
  }

  /** Books as a lost chargeback what of one is left to take. */
  void begin(UncoveredRows.Stored one, Money covered) {
    Chargeback seen = one.seen();
    Chargeback part =
        new Chargeback(
            seen.reference(),
            seen.chargeKey(),
            covered,
            seen.fee(),
            seen.reason(),
            ChargebackState.LOST,
            seen.at(),
            seen.answerBy());
    begin(one.id(), money.lock(one.orderGroup()), new ChargebackTold(one.gateway(), part));
  }

  /** The charge a gateway speaks of, if it is one of ours and went through it. */
  Optional<PaymentTransaction> chargeOf(String gateway, Chargeback seen) {
    return charge(seen.chargeKey()).filter(known -> known.gateway().equals(gateway));
  }

  /**
   * A refund that was on its way at the same time may have left less than the bank took. Once the
   * bank has decided, only what stays with the buyer has to fit, and what came back whole changes
   * nothing. All else is refused, to be asked for again.
   */
  private void first(UUID id, PaidOrder order, ChargebackTold told) {
    Chargeback seen = told.chargeback();
    if (seen.amount().compareTo(money.left(order.id())) <= 0) {
      begin(id, order, told);
    } else if (seen.state() == ChargebackState.PARTLY && seen.kept().isPositive()) {
      begin(id, order, new ChargebackTold(told.gateway(), lost(seen)));
    } else if (seen.state() != ChargebackState.WON || seen.fee().isPositive()) {
      begin(id, order, told);
    }
  }

  private void begin(UUID id, PaidOrder order, ChargebackTold told) {
    decisions.follow(open(id, order, told), order, told);
  }

  private static Chargeback lost(Chargeback partly) {
    return new Chargeback(
        partly.reference(),
        partly.chargeKey(),
        partly.kept(),
        partly.fee(),
        partly.reason(),
        ChargebackState.LOST,
        partly.at(),
        partly.answerBy());
  }

  private Optional<PaymentTransaction> charge(String key) {
    try {
      return transactions.find(UUID.fromString(key));
    } catch (IllegalArgumentException notOneOfOurKeys) {
      return Optional.empty();
    }
  }

  private DisputeRows.Stored open(UUID id, PaidOrder order, ChargebackTold told) {
    Chargeback seen = told.chargeback();
    Instant now = cases.now();
    UUID refund =
        money.open(order.id(), seen, StandingWords.CHARGED_BACK.in(order.language()), now);
    DisputeRows.Stored dispute =
        rows.insert(
            new DisputeRows.New(
                id,
                DisputeKind.CHARGEBACK,
                order.id(),
                seen.reason(),
                seen.amount(),
                seen.fee(),
                told.gateway(),
                seen.reference(),
                refund,
                seen.answerBy(),
                evidenceBy(now, seen.answerBy())),
            now);
    List<DisputeRows.PartOf> parts = rows.partsOfRefund(refund);
    parts.forEach(part -> rows.part(id, part.vendorOrder(), part.vendor(), now));
    timeline.add(
        order.id(), null, refund, Timeline.CHARGED_BACK, now, Map.of("amount", seen.amount()));
    outbox.add(
        new DomainEvent.DisputeOpened(
            id,
            dispute.number(),
            dispute.kind().name(),
            order.id(),
            cases.vendorsOf(id),
            seen.amount(),
            seen.answerBy(),
            now));
    return dispute;
  }

  /** Two days are left to pass on what vendors bring, but they have half of the time at least. */
  static Instant evidenceBy(Instant opened, Instant answerBy) {
    if (answerBy.isBefore(opened)) {
      return answerBy;
    }
    Instant half = opened.plus(Duration.between(opened, answerBy).dividedBy(2));
    Instant early = answerBy.minus(TO_PASS_IT_ON);
    return (early.isAfter(half) ? early : half).truncatedTo(ChronoUnit.MICROS);
  }
}
