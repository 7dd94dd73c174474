package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
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
import org.halles.marketplace.refund.TakenBack;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;
import org.jboss.logging.Logger;

/**
 * A gateway tells how a chargeback stands. It only ever moves forward, so news that come twice,
 * late or in the wrong order change nothing.
 */
@ApplicationScoped
class ChargebackNews {

  private static final Logger LOG = Logger.getLogger(ChargebackNews.class);

  private Transactions transactions;
  private TakenBack money;
  private DisputeRows rows;
  private Cases cases;
  private Timeline timeline;
  private Outbox outbox;

  protected ChargebackNews() {}

  @Inject
  ChargebackNews(
      Transactions transactions,
      TakenBack money,
      DisputeRows rows,
      Cases cases,
      Timeline timeline,
      Outbox outbox) {
    this.transactions = transactions;
    this.money = money;
    this.rows = rows;
    this.cases = cases;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /** Within the transaction that remembers the message. */
  void on(@Observes ChargebackTold told) {
    Optional<PaymentTransaction> charge =
        charge(told.chargeback().chargeKey())
            .filter(known -> known.gateway().equals(told.gateway()));
    if (charge.isEmpty()) {
      LOG.errorf(
          "gateway %s took back %s of %s, which is none of our charges",
          told.gateway(), told.chargeback().amount(), told.chargeback().chargeKey());
      return;
    }
    PaidOrder order = money.lock(charge.get().orderGroupId());
    UUID id = Payments.chargebackId(told.gateway(), told.chargeback().reference());
    DisputeRows.Stored dispute = rows.find(id).isPresent() ? rows.lock(id) : open(id, order, told);
    if (!dispute.status().isDecided()) {
      follow(dispute, order, told);
    }
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
                seen.answerBy()),
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

  private void follow(DisputeRows.Stored dispute, PaidOrder order, ChargebackTold told) {
    Instant now = cases.now();
    Money none = Money.zero(dispute.amount().currency());
    switch (told.chargeback().state()) {
      case OPEN -> {}
      case CONTESTED -> rows.answered(dispute.id());
      case WON -> {
        boolean feeBack = dispute.fee().isPositive() && told.chargeback().fee().isZero();
        money.won(dispute.id(), feeBack, now);
        end(dispute, order, DisputeStatus.WON, none, now);
      }
      case LOST -> {
        money.lost(dispute.id(), told.gateway(), now);
        end(dispute, order, DisputeStatus.LOST, dispute.amount(), now);
      }
    }
  }

  private void end(
      DisputeRows.Stored dispute, PaidOrder order, DisputeStatus outcome, Money back, Instant now) {
    rows.decide(dispute.id(), outcome, null, null, null, now);
    cases.tell(order, null, dispute, outcome, back, null, now);
  }
}
