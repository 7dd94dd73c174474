package org.halles.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.TimelineEvent;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.payment.TransferInstructions;
import org.halles.marketplace.refund.BuyerRefund;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.spi.Money;
import org.halles.web.ui.Countries;

/** An order as its buyer follows it: what was paid, and how far each stall is with its part. */
@Named
@RequestScoped
public class OrderPage {

  private static final Set<String> ENDS =
      Set.of(Timeline.CANCELLED, Timeline.REFUSED, Timeline.WITHDRAWN);

  /**
   * A step of a stall's part.
   *
   * @param state {@code done}, {@code now}, {@code todo} or {@code failed}
   * @param code what it is called in the bundles, under {@code step.}
   * @param at when, or null
   */
  public record Step(String state, String code, Instant at) {}

  private Orders orders;
  private Storefronts storefronts;
  private Countries countries;
  private Refunding refunding;
  private HttpServletRequest request;
  private OrderGroupView order;
  private List<BuyerRefund> refunds;
  private Map<String, String> accents;

  protected OrderPage() {}

  @Inject
  OrderPage(
      Orders orders,
      Storefronts storefronts,
      Countries countries,
      Refunding refunding,
      HttpServletRequest request) {
    this.orders = orders;
    this.storefronts = storefronts;
    this.countries = countries;
    this.refunding = refunding;
    this.request = request;
  }

  /** Finds the order; whoever may not see it is told that there is none. */
  public void open() {
    order = orders.get(request.getParameter("number"), request.getParameter("accessKey"));
  }

  public OrderGroupView getOrder() {
    return order;
  }

  /** True while the payment is under way; the page then looks again by itself. */
  public boolean isAwaited() {
    return order.status() == OrderGroupStatus.AWAITING_PAYMENT;
  }

  /** True while the buyer must act: the page then waits for them. */
  public boolean isBuyersTurn() {
    return order.nextAction() != null;
  }

  /** What to send from a bank, or null. */
  public TransferInstructions getTransfer() {
    return order.nextAction() == null ? null : order.nextAction().transfer();
  }

  /** Until when the money is held; null if it is taken, or was never held. */
  public Instant getHeldUntil() {
    return order.status() == OrderGroupStatus.AUTHORISED ? HeldMoney.until(order.timeline()) : null;
  }

  /** True while it is to be paid in cash at the door. */
  public boolean isInCash() {
    return order.status() == OrderGroupStatus.AUTHORISED && isCash();
  }

  /** True if it was to be paid in cash and ended without. */
  public boolean isNotCollected() {
    return order.status().isDead() && order.paidAt() == null && isCash();
  }

  private boolean isCash() {
    return HeldMoney.isCash(order.timeline());
  }

  /** What is held for the parts that still stand; the rest of it will never be taken. */
  public Money getReserved() {
    Money reserved = order.totals().total();
    for (VendorOrderView part : order.vendorOrders()) {
      reserved = part.untaken() ? reserved.minus(part.totals().total()) : reserved;
    }
    return reserved;
  }

  /** What will never be taken because parts ended before; null if there is none. */
  public Money getNeverTaken() {
    Money untaken = order.totals().total().minus(getReserved());
    return untaken.isPositive() ? untaken : null;
  }

  /** True if the money was held and everything ended before it was taken. */
  public boolean isLetGo() {
    return order.status().isDead() && order.paidAt() == null && heldSince() != null;
  }

  private Instant heldSince() {
    return HeldMoney.since(order.timeline());
  }

  /** True if nothing was paid and the cart is open again. */
  public boolean isFailed() {
    return order.status().isDead()
        && order.paidAt() == null
        && heldSince() == null
        && !isNotCollected();
  }

  /** True while it is paid and not all of it has left: the time for thanks. */
  public boolean isFresh() {
    return order.paidAt() != null
        && (order.status() == OrderGroupStatus.PAID
            || order.status() == OrderGroupStatus.PARTLY_SHIPPED);
  }

  /** True if everything was refused or cancelled after it was paid. */
  public boolean isCancelled() {
    return order.status().isDead() && order.paidAt() != null;
  }

  /**
   * What went back, or is on its way, oldest first; what a gateway refused is the market's care.
   */
  public List<BuyerRefund> getRefunds() {
    if (refunds == null) {
      refunds =
          order.refundStatus().equals("NONE")
              ? List.of()
              : refunding.ofPurchase(order.number(), request.getParameter("accessKey")).stream()
                  .filter(refund -> refund.amount().isPositive())
                  .filter(refund -> !refund.status().equals("FAILED"))
                  .toList();
    }
    return refunds;
  }

  /** The colour of a stall, or null. */
  public String accent(String slug) {
    if (accents == null) {
      accents = new HashMap<>();
      storefronts
          .of(order.vendorOrders().stream().map(part -> part.vendor().id()).toList())
          .forEach(face -> accents.put(face.slug(), face.accent()));
    }
    return accents.get(slug);
  }

  /** The steps of a stall's part: what happened, what is going on, what comes. */
  public List<Step> steps(VendorOrderView part) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("done", "placed", part.placedAt()));
    if (isFailed()) {
      steps.add(new Step("failed", "payment-failed", at(part, "payment-failed").orElse(null)));
      return steps;
    }
    if (heldSince() != null) {
      steps.add(new Step("done", "authorised", heldSince()));
    }
    Optional<TimelineEvent> ended = end(part);
    if (ended.isPresent() || isLetGo()) {
      if (order.paidAt() != null && heldSince() == null) {
        steps.add(step(order.paidAt(), false, "paid"));
      }
      ended.ifPresent(end -> steps.add(new Step("failed", end.type(), end.at())));
      at(part, Timeline.AUTHORISATION_LAPSED)
          .filter(lapsed -> ended.isEmpty())
          .ifPresent(lapsed -> steps.add(new Step("failed", "authorisation-lapsed", lapsed)));
      return steps;
    }
    if (getHeldUntil() == null && !isCash()) {
      steps.add(step(order.paidAt(), isAwaited(), isAwaited() ? "payment-awaited" : "paid"));
    }
    boolean goods = hasGoods(part);
    boolean sent = part.shippedAt() != null;
    steps.add(step(part.shippedAt(), isBegun() && !sent, shippedCode(part, goods)));
    steps.add(
        step(
            part.deliveredAt(),
            sent && part.deliveredAt() == null,
            goods ? "delivered" : "closed"));
    if (isCash()) {
      steps.add(step(order.paidAt(), sent && order.paidAt() == null, "cash-paid"));
    }
    return steps;
  }

  /** That the part will not come at all. */
  private static Optional<TimelineEvent> end(VendorOrderView part) {
    boolean over =
        part.status() == VendorOrderStatus.CANCELLED || part.status() == VendorOrderStatus.REFUSED;
    return part.timeline().stream()
        .filter(event -> over && ENDS.contains(event.type()))
        .findFirst();
  }

  /** True once its vendors may begin: it is paid, or its money is held for them. */
  public boolean isBegun() {
    return order.paidAt() != null || order.status() == OrderGroupStatus.AUTHORISED;
  }

  /** True if something of this part is shipped. */
  public boolean hasGoods(VendorOrderView part) {
    return part.lines().stream().map(OrderLineView::kind).anyMatch("GOODS"::equals);
  }

  /** True if the part is with its buyer, who may say how it is. */
  public boolean arrived(VendorOrderView part) {
    return part.status() == VendorOrderStatus.DELIVERED
        || part.status() == VendorOrderStatus.CLOSED;
  }

  /** True if anything of the order is shipped. */
  public boolean isShipped() {
    return order.vendorOrders().stream().anyMatch(this::hasGoods);
  }

  private static String shippedCode(VendorOrderView part, boolean goods) {
    if (!goods) {
      return part.shippedAt() == null ? "to-do" : "done";
    }
    return part.shippedAt() != null
        ? "shipped"
        : part.shipments().isEmpty() ? "to-ship" : "partly-shipped";
  }

  private static Step step(Instant at, boolean now, String code) {
    return new Step(at != null ? "done" : now ? "now" : "todo", code, at);
  }

  private static Optional<Instant> at(VendorOrderView part, String type) {
    return part.timeline().stream()
        .filter(event -> event.type().equals(type))
        .map(TimelineEvent::at)
        .findFirst();
  }

  /** When it is expected, in words; nothing if it is unknown or over. */
  public String expected(VendorOrderView part) {
    boolean calledOff =
        part.status() == VendorOrderStatus.CANCELLED || part.status() == VendorOrderStatus.REFUSED;
    if (part.minDays() == null || part.deliveredAt() != null || calledOff || isFailed()) {
      return "";
    }
    Instant from = part.shippedAt() != null ? part.shippedAt() : part.placedAt();
    LocalDate day = BusinessCalendar.dayOf(from);
    return countries.span(day.plusDays(part.minDays()), day.plusDays(part.maxDays()));
  }

  /** A line's picture, or null. */
  public String picture(OrderLineView line) {
    return line.imageMedia() == null ? null : "/media/" + line.imageMedia();
  }
}
