package org.halles.marketplace.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.order.NextAction;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.PaymentView;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.TimelineEvent;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.payment.TransferInstructions;
import org.halles.spi.PaymentOutcome;

/** What the buyer is told: the order as it was opened, and what became of it since. */
final class Outcomes {

  private Outcomes() {}

  /**
   * The order after its payment was tried; made in memory, for all of it is known.
   *
   * @param transfer what to send to whom, if it is paid by bank transfer
   * @throws PaymentDeclined if no money came
   * @throws GatewayUnavailable if the gateway said that it is down
   */
  static OrderGroupView answer(
      OrderGroupView opened, Settled settled, Optional<TransferInstructions> transfer) {
    if (settled.order().isDead()) {
      throw refusal(settled, opened.accessKey());
    }
    boolean held = settled.order() == OrderGroupStatus.AUTHORISED;
    boolean paid = !held && settled.order() != OrderGroupStatus.AWAITING_PAYMENT;
    TimelineEvent event =
        paid ? new TimelineEvent(Timeline.PAID, settled.at(), Map.of()) : unpaid(settled, held);
    return new OrderGroupView(
        opened.id(),
        opened.number(),
        opened.accessKey(),
        settled.order(),
        opened.refundStatus(),
        opened.language(),
        opened.currency(),
        opened.totals(),
        opened.delivery(),
        opened.placedAt(),
        paid ? settled.at() : null,
        List.of(payment(settled, opened.placedAt())),
        opened.vendorOrders().stream().map(part -> after(part, settled.parts(), event)).toList(),
        nextAction(settled, transfer),
        with(opened.timeline(), event));
  }

  private static TimelineEvent unpaid(Settled settled, boolean held) {
    if (!held) {
      return new TimelineEvent(Timeline.PAYMENT_AWAITED, settled.at(), Map.of());
    }
    if (settled.transaction().gateway().equals(CashGateway.ID)) {
      return new TimelineEvent(Timeline.CASH_AGREED, settled.at(), Map.of());
    }
    return new TimelineEvent(
        Timeline.AUTHORISED,
        settled.at(),
        settled.outcome() instanceof PaymentOutcome.Authorised until
            ? Timeline.until(until.until())
            : Map.of());
  }

  private static NextAction nextAction(Settled settled, Optional<TransferInstructions> transfer) {
    return settled.outcome() instanceof PaymentOutcome.RequiresAction action
        ? NextAction.redirect(action.url())
        : transfer.map(NextAction::transfer).orElse(null);
  }

  static RuntimeException refusal(Settled settled, String accessKey) {
    if (settled.outcome() instanceof PaymentOutcome.Declined declined) {
      return declined.code().equals(PaymentOutcome.Declined.UNAVAILABLE)
          ? new GatewayUnavailable(settled.transaction().gateway())
          : new PaymentDeclined(
              declined.code(), declined.message(), settled.orderNumber(), accessKey);
    }
    return new PaymentDeclined(
        "expired",
        "The payment came too late and is given back.",
        settled.orderNumber(),
        accessKey);
  }

  private static PaymentView payment(Settled settled, Instant placedAt) {
    return new PaymentView(
        settled.transaction().id(),
        settled.transaction().kind().name(),
        settled.transaction().gateway(),
        settled.transaction().amount(),
        settled.now().name(),
        referenceIn(settled.outcome()),
        null,
        placedAt,
        settled.now().isFinal() ? settled.at() : null);
  }

  private static String referenceIn(PaymentOutcome outcome) {
    if (outcome instanceof PaymentOutcome.Authorised held) {
      return held.gatewayReference();
    }
    return outcome instanceof PaymentOutcome.Approved approved ? approved.gatewayReference() : null;
  }

  private static VendorOrderView after(
      VendorOrderView part, VendorOrderStatus begin, TimelineEvent event) {
    return new VendorOrderView(
        part.id(),
        part.number(),
        part.vendor(),
        begin == null ? part.status() : begin,
        part.lines(),
        part.totals(),
        part.shippingLabel(),
        part.minDays(),
        part.maxDays(),
        part.placedAt(),
        part.acceptBy(),
        part.shippedAt(),
        part.deliveredAt(),
        part.shipments(),
        with(part.timeline(), event));
  }

  private static List<TimelineEvent> with(List<TimelineEvent> timeline, TimelineEvent event) {
    List<TimelineEvent> longer = new ArrayList<>(timeline);
    longer.add(event);
    return longer;
  }
}
