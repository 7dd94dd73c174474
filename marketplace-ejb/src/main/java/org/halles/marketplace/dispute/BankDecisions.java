package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.checkout.ChargebackTold;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.refund.GivenOn;
import org.halles.marketplace.refund.TakenBack;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.ChargebackState;

/** What banks decide about chargebacks that are known; within the caller's transaction. */
@ApplicationScoped
class BankDecisions {

  private TakenBack money;
  private DisputeRows rows;
  private Cases cases;
  private GivenOn givenOn;

  protected BankDecisions() {}

  @Inject
  BankDecisions(TakenBack money, DisputeRows rows, Cases cases, GivenOn givenOn) {
    this.money = money;
    this.rows = rows;
    this.cases = cases;
    this.givenOn = givenOn;
  }

  /** One that is known, and locked. */
  void follow(DisputeRows.Stored dispute, PaidOrder order, ChargebackTold told) {
    if (dispute.status().isDecided()) {
      rethink(dispute, order, told);
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

  static boolean isDecided(Chargeback seen) {
    return seen.state() != ChargebackState.OPEN && seen.state() != ChargebackState.CONTESTED;
  }

  /** A bank that decided for the buyer may give more back all the same; nothing else is heard. */
  void rethink(DisputeRows.Stored dispute, PaidOrder order, ChargebackTold told) {
    Money kept = told.chargeback().kept();
    if (dispute.status() == DisputeStatus.WON
        || !isDecided(told.chargeback())
        || kept.compareTo(money.taken(dispute.refund())) >= 0) {
      return;
    }
    Instant now = cases.now();
    if (kept.isZero()) {
      money.returned(dispute.refund(), now);
      end(dispute, order, DisputeStatus.WON, null, kept, now);
    } else {
      String words = StandingWords.PARTLY_CHARGED_BACK.in(order.language());
      UUID stays =
          money.partlyReturned(dispute.id(), dispute.refund(), told.gateway(), kept, words, now);
      end(dispute, order, DisputeStatus.PARTLY, stays, kept, now);
    }
    feeReturned(dispute, order, told, now);
  }

  private void feeReturned(
      DisputeRows.Stored dispute, PaidOrder order, ChargebackTold told, Instant now) {
    if (feeBack(dispute, told)) {
      money.feeReturned(dispute.id(), order.id(), now);
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
