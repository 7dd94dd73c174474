package org.halles.api.order;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.halles.marketplace.order.Delivery;
import org.halles.marketplace.order.NextAction;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.order.PaymentView;
import org.halles.marketplace.order.ShipmentView;
import org.halles.marketplace.order.TimelineEvent;
import org.halles.marketplace.order.Totals;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.order.VendorRef;
import org.halles.marketplace.shared.SiteAddress;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * A purchase as programs see it.
 *
 * @param captured what was taken of the buyer so far; less than the total while it is only
 *     reserved, or if a part ended before
 * @param accessKey shows it to whoever has it
 * @param nextAction what the buyer must do, or null
 */
public record OrderGroupAnswer(
    String number,
    OrderGroupStatus status,
    String refundStatus,
    CurrencyCode currency,
    Money total,
    Money captured,
    Totals totals,
    Instant placedAt,
    Instant paidAt,
    String accessKey,
    NextAction nextAction,
    Delivery delivery,
    List<PaymentView> payments,
    List<Part> vendorOrders,
    List<TimelineEvent> timeline) {

  private static final Set<String> TAKES = Set.of("CHARGE", "CAPTURE");

  /**
   * One vendor's part.
   *
   * @param untaken true if it ended before its money was taken: it costs nothing
   */
  public record Part(
      String number,
      VendorRef vendor,
      VendorOrderStatus status,
      boolean untaken,
      List<OrderLineView> lines,
      String shippingLabel,
      Money shipping,
      Money total,
      Totals totals,
      List<ShipmentView> shipments) {

    static Part of(VendorOrderView part) {
      return new Part(
          part.number(),
          part.vendor(),
          part.status(),
          part.untaken(),
          part.lines(),
          part.shippingLabel(),
          part.totals().shipping(),
          part.totals().total(),
          part.totals(),
          part.shipments());
    }
  }

  private static Money captured(OrderGroupView order) {
    return Money.sum(
        order.currency(),
        order.payments().stream()
            .filter(one -> TAKES.contains(one.kind()) && one.status().equals("SUCCEEDED"))
            .map(PaymentView::amount)
            .toList());
  }

  /** A program has no page that an address could be relative to. */
  private static NextAction reachable(NextAction action) {
    return action == null || action.url() == null || !action.url().startsWith("/")
        ? action
        : new NextAction(action.type(), SiteAddress.of(action.url()), action.transfer());
  }

  public static OrderGroupAnswer of(OrderGroupView order) {
    return new OrderGroupAnswer(
        order.number(),
        order.status(),
        order.refundStatus(),
        order.currency(),
        order.totals().total(),
        captured(order),
        order.totals(),
        order.placedAt(),
        order.paidAt(),
        order.accessKey(),
        reachable(order.nextAction()),
        order.delivery(),
        order.payments(),
        order.vendorOrders().stream().map(Part::of).toList(),
        order.timeline());
  }
}
