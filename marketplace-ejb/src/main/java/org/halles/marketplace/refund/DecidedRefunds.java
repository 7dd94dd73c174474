package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
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
}
