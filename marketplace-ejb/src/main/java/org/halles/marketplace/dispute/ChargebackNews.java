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
import org.halles.marketplace.refund.GivenOn;
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

  private Transactions transactions;
  private TakenBack money;
  private DisputeRows rows;
  private Cases cases;
  private Timeline timeline;
  private Outbox outbox;
  private UncoveredRows uncovered;
  private LostBeyond losses;
  private GivenOn givenOn;

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
      GivenOn givenOn) {
    this.givenOn = givenOn;
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
    if (loss.isPresent()) {
      givenBack(loss.get(), told.chargeback());
    } else if (rows.find(id).isPresent()) {
      follow(rows.lock(id), order, told);
    } else {
      first(id, order, told);
      uncovered.forget(id);
    }
  }

  /** What was booked as lost is never booked again; a bank that gives all of it back is heard. */
  private void givenBack(UncoveredRows.Stored loss, Chargeback seen) {
    if (seen.state() != ChargebackState.WON || loss.turnedRoundAt() != null) {
      return;
    }
    Instant now = cases.now();
    if (loss.loss().isPositive()) {
      losses.turnRound(loss.id(), loss.orderGroup(), loss.recovered(), now);
    }
    if (loss.seen().fee().isPositive() && seen.fee().isZero()) {
      losses.turnFeeRound(loss.id(), loss.orderGroup(), now);
    }
    uncovered.turnedRound(loss.id(), now);
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
    follow(open(id, order, told), order, told);
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
    timeline.add(order.id(), null, Timeline.CHARGED_BACK, now, Map.of("amount", seen.amount()));
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

  private void follow(DisputeRows.Stored dispute, PaidOrder order, ChargebackTold told) {
    if (dispute.status().isDecided()) {
      return;
    }
    Instant now = cases.now();
    switch (told.chargeback().state()) {
      case OPEN -> {}
      case CONTESTED -> rows.answered(dispute.id());
      case WON -> won(dispute, order, told, now);
      case PARTLY -> partly(dispute, order, told, now);
      case LOST -> lost(dispute, order, told, now);
    }
  }

  private void won(DisputeRows.Stored dispute, PaidOrder order, ChargebackTold told, Instant now) {
    money.won(dispute.id(), feeBack(dispute, told), now);
    end(dispute, order, DisputeStatus.WON, null, Money.zero(dispute.amount().currency()), now);
  }

  private void lost(DisputeRows.Stored dispute, PaidOrder order, ChargebackTold told, Instant now) {
    money.lost(dispute.id(), told.gateway(), now);
    end(dispute, order, DisputeStatus.LOST, null, dispute.amount(), now);
  }

  private void partly(
      DisputeRows.Stored dispute, PaidOrder order, ChargebackTold told, Instant now) {
    Money kept = told.chargeback().kept();
    if (!kept.isPositive()) {
      won(dispute, order, told, now);
    } else if (kept.compareTo(dispute.amount()) >= 0) {
      lost(dispute, order, told, now);
    } else {
      String words = StandingWords.PARTLY_CHARGED_BACK.in(order.language());
      boolean feeBack = feeBack(dispute, told);
      UUID stays = money.partly(dispute.id(), told.gateway(), kept, feeBack, words, now);
      end(dispute, order, DisputeStatus.PARTLY, stays, kept, now);
    }
  }

  private static boolean feeBack(DisputeRows.Stored dispute, ChargebackTold told) {
    return dispute.fee().isPositive() && told.chargeback().fee().isZero();
  }

  private void end(
      DisputeRows.Stored dispute,
      PaidOrder order,
      DisputeStatus outcome,
      UUID refund,
      Money back,
      Instant now) {
    rows.decide(dispute.id(), outcome, refund, null, null, now);
    givenOn.afterTheBank(order.id());
    cases.tell(order, null, dispute, outcome, back, null, now);
  }
}
