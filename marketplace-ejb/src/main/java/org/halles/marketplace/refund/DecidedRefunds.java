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

  private Refunds refunds;

  protected DecidedRefunds() {}

  @Inject
  DecidedRefunds(Refunds refunds) {
    this.refunds = refunds;
  }

  /**
   * Gives an amount of one part back.
   *
   * @param reason for the buyer to read
   * @throws CannotRefund naming what was asked and what is left, if less is left
   */
  public RefundView giveBack(UUID orderGroup, UUID part, Money amount, String reason) {
    Refunds.Case open = refunds.open(orderGroup);
    PaidOrder.Part its = open.order().part(part);
    List<Subject> own =
        open.subjects().stream().filter(one -> part.equals(one.vendorOrderId())).toList();
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
    Refunds.Case open = refunds.open(back.orderGroup());
    PaidOrder.Part its = open.order().part(back.part());
    requireLeft(open, its.number(), back.units());
    Decision.Cause cause = back.withdrawal() ? Decision.Cause.WITHDRAWAL : Decision.Cause.RETURN;
    Money delivery = back.delivery();
    Claim.Result claim =
        new Claim(its.number(), delivery.currency(), open.subjects(), open.lines())
            .ofUnitsAndDelivery(
                back.units(),
                back.part(),
                nothingKept(open, back.part(), back.units())
                    ? delivery
                    : Money.zero(delivery.currency()),
                List.of());
    claim = refunds.withFee(open, cause, claim);
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

  private static boolean nothingKept(Refunds.Case open, UUID part, Map<UUID, Integer> units) {
    return open.lines().stream()
        .filter(line -> line.vendorOrderId().equals(part))
        .allMatch(line -> line.refundable() == units.getOrDefault(line.id(), 0));
  }

  private static void requireLeft(Refunds.Case open, String number, Map<UUID, Integer> units) {
    for (PaidLine line : open.lines()) {
      int wanted = units.getOrDefault(line.id(), 0);
      if (wanted > line.refundable()) {
        throw CannotRefund.tooMany(number, line.sku(), wanted, line.refundable());
      }
    }
  }

  /** What the buyer can still get back of each line, in units, on the purchase as it is now. */
  public List<PaidLine> lines(UUID orderGroup) {
    return refunds.open(orderGroup).lines();
  }
}
