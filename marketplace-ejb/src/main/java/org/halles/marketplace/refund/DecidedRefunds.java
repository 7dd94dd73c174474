package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.order.PaidLine;
import org.halles.marketplace.order.PaidOrder;
import org.halles.spi.Money;

/** Gives back what was decided elsewhere; part of the caller's transaction. */
@ApplicationScoped
public class DecidedRefunds {

  private RefundCases cases;
  private RefundTerms terms;
  private Refunds refunds;

  protected DecidedRefunds() {}

  @Inject
  DecidedRefunds(RefundCases cases, RefundTerms terms, Refunds refunds) {
    this.cases = cases;
    this.terms = terms;
    this.refunds = refunds;
  }

  /**
   * Gives an amount of one part back.
   *
   * @param reason for the buyer to read
   * @throws CannotRefund naming what was asked and what is left, if less is left
   */
  public RefundView giveBack(UUID orderGroup, UUID part, Money amount, String reason) {
    RefundCase open = cases.open(orderGroup);
    PaidOrder.Part its = open.order().part(part);
    List<Subject> own = open.subjectsOf(part);
    return refunds.giveBack(
        open, its.number(), own, new RefundRequest(List.of(), false, amount, reason), part);
  }

  /**
   * Gives back what a buyer sent back, or withdrew from before it left.
   *
   * @return what goes back to the buyer; empty if there is no money left to give back
   * @throws CannotRefund naming what was asked and what is left, if units went back meanwhile
   */
  public Optional<RefundView> giveBack(GoodsBack back) {
    RefundCase open = cases.open(back.orderGroup());
    PaidOrder.Part its = open.order().part(back.part());
    open.requireLeft(its.number(), back.units());
    Decision.Cause cause = back.withdrawal() ? Decision.Cause.WITHDRAWAL : Decision.Cause.RETURN;
    Money delivery = back.delivery();
    Claim.Result claim =
        open.claim(its.number())
            .ofUnitsAndDelivery(
                back.units(),
                back.part(),
                nothingKept(open, back.part(), back.units())
                    ? delivery
                    : Money.zero(delivery.currency()),
                List.of());
    claim = terms.withFee(open, cause, claim);
    Decision decision =
        new Decision(
            claim,
            back.part(),
            cause,
            back.reason(),
            refunds.callerId(),
            back.restocked(),
            back.toCredit());
    return refunds.end(open, its.number(), decision);
  }

  private static boolean nothingKept(RefundCase open, UUID part, Map<UUID, Integer> units) {
    return open.lines().stream()
        .filter(line -> line.vendorOrderId().equals(part))
        .allMatch(line -> line.refundable() == units.getOrDefault(line.id(), 0));
  }

  /** What the buyer can still get back of each line, in units, on the purchase as it is now. */
  public List<PaidLine> lines(UUID orderGroup) {
    return cases.open(orderGroup).lines();
  }
}
