package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.CannotPayAgain;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.Reopening;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.CaptureMoments;
import org.halles.marketplace.payment.Gateways;
import org.halles.marketplace.payment.Intent;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.spi.PaymentOutcome;

/**
 * An order whose payment was declined, expired or left waiting is paid by another attempt, with
 * another card or in another way. An attempt that waits for its buyer is given up at its gateway
 * first, so that never two of them take money; should one come through all the same, it pays, or is
 * given back.
 */
@ApplicationScoped
public class PayAgain {

  private Orders orders;
  private Reopening reopening;
  private Gateways gateways;
  private CaptureMoments moments;
  private Payments payments;
  private Settlement settlement;

  protected PayAgain() {}

  @Inject
  public PayAgain(
      Orders orders,
      Reopening reopening,
      Gateways gateways,
      CaptureMoments moments,
      Payments payments,
      Settlement settlement) {
    this.orders = orders;
    this.reopening = reopening;
    this.gateways = gateways;
    this.moments = moments;
    this.payments = payments;
    this.settlement = settlement;
  }

  /**
   * Tries again.
   *
   * @return the order group: PAID, or AWAITING_PAYMENT while the payment is under way
   * @throws org.halles.marketplace.shared.NotFound also if it is somebody else's
   * @throws CannotPayAgain if it is paid, under way, too old, or no longer what it was
   * @throws PaymentDeclined if no money came
   * @throws GatewayUnavailable if the gateway is down
   */
  @Allowed(Role.ANYONE)
  public OrderGroupView pay(PayAgainRequest request) {
    UUID order = orders.idForBuyer(request.number(), request.accessKey());
    Reopening.Outlook outlook = reopening.look(order);
    gateways.require(request.gateway(), outlook.sale());
    PaymentOutcome.Declined given = null;
    PaymentTransaction former = outlook.open().orElse(null);
    if (former != null) {
      reopening.requirePossible(order);
      PaymentOutcome outcome = payments.cancel(former);
      if (outcome instanceof PaymentOutcome.Approved
          || outcome instanceof PaymentOutcome.Authorised) {
        settlement.settle(former.id(), outcome);
        return read(request);
      }
      given = refusalIn(outcome, request, former);
    }
    Intent intent =
        reopening.open(
            order,
            request.gateway(),
            momentOf(request, outlook),
            former == null ? null : former.id(),
            given);
    return charge(request, intent);
  }

  private CaptureMoment momentOf(PayAgainRequest request, Reopening.Outlook outlook) {
    return outlook.holdable() || request.gateway().equals(CashGateway.ID)
        ? moments.of(request.gateway(), outlook.sale())
        : CaptureMoment.CHECKOUT;
  }

  private static PaymentOutcome.Declined refusalIn(
      PaymentOutcome outcome, PayAgainRequest request, PaymentTransaction former) {
    if (outcome instanceof PaymentOutcome.Declined declined) {
      return declined;
    }
    throw CannotPayAgain.underWay(request.number(), former.gateway());
  }

  private OrderGroupView charge(PayAgainRequest request, Intent intent) {
    PaymentOutcome outcome =
        payments.charge(
            intent, request.token(), request.number(), request.returnPath(), request.options());
    Settled settled = settlement.settle(intent.transactionId(), outcome);
    if (settled.order().isDead()) {
      throw Outcomes.refusal(settled, request.accessKey());
    }
    return read(request);
  }

  private OrderGroupView read(PayAgainRequest request) {
    return orders.get(request.number(), request.accessKey());
  }
}
