package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.order.PaidLine;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;

/** One refund from the locked purchase to everything written; part of the caller's transaction. */
@ApplicationScoped
class Refunds {

  /**
   * A purchase whose money may go back, locked.
   *
   * @param charge what paid for it
   */
  record Case(
      PaidOrder order, PaymentTransaction charge, List<Subject> subjects, List<PaidLine> lines) {}

  private PaidOrders orders;
  private Transactions transactions;
  private RefundStore store;
  private Returning returning;
  private Freezes freezes;
  private Timeline timeline;
  private Outbox outbox;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected Refunds() {}

  @Inject
  Refunds(
      PaidOrders orders,
      Transactions transactions,
      RefundStore store,
      Returning returning,
      Freezes freezes,
      Timeline timeline,
      Outbox outbox,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.orders = orders;
    this.transactions = transactions;
    this.store = store;
    this.returning = returning;
    this.freezes = freezes;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  public Case open(String number) {
    return open(orders.find(number).orElseThrow(() -> new NotFound("order", number)));
  }

  public Case openOfVendor(UUID vendor, String number) {
    return open(
        orders
            .findPart(vendor, number)
            .map(PaidOrders.PartId::orderGroup)
            .orElseThrow(() -> new NotFound("order", number)));
  }

  public Case open(UUID id) {
    PaymentTransaction charge =
        transactions.lockChargeOf(id).orElseThrow(() -> new NotFound("payment of order", id));
    PaidOrder order = orders.lock(id);
    return new Case(
        order, charge, store.subjects(id, charge.amount().currency()), orders.lines(id));
  }

  /**
   * Gives back what somebody asked for.
   *
   * @param about number of the purchase or the part
   * @param from what may be given back from
   * @param vendorOrder the part, or null for several
   */
  public RefundView giveBack(
      Case open, String about, List<Subject> from, RefundRequest request, UUID vendorOrder) {
    Claim.Result claim =
        new Claim(about, open.charge().amount().currency(), from, open.lines()).of(request);
    String reason = request.reason().strip();
    return carryOut(
        open, about, new Decision(claim, vendorOrder, Decision.Cause.REFUND, reason, callerId()));
  }

  /** Gives it back and says so. */
  public RefundView carryOut(Case open, String about, Decision decision) {
    Instant now = now();
    UUID refund = write(open, decision, now);
    RefundView view = store.view(refund);
    tell(open.order(), about, view, decision.vendorOrder(), now);
    return view;
  }

  /** Takes units off an order for which there is no money to give back. */
  public void withoutMoney(Case open, Decision decision) {
    takeUnits(open, decision);
    settleParts(open, decision, now());
  }

  private void takeUnits(Case open, Decision decision) {
    Map<UUID, Integer> units = decision.claim().units();
    if (decision.restocked() == null) {
      orders.takeBack(open.lines(), units);
    } else {
      orders.cameBack(open.lines(), units, decision.restocked());
    }
  }

  public UUID callerId() {
    return caller.get().account().orElse(null);
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private UUID write(Case open, Decision decision, Instant now) {
    PaidOrder order = open.order();
    Claim.Result claim = decision.claim();
    UUID intent = transactions.intendRefund(open.charge(), claim.amount(), now);
    store.write(intent, order, decision, intent, now);
    takeUnits(open, decision);
    orders.mark(order.id(), RefundMark.of(store.subjects(order.id(), claim.amount().currency())));
    freezes.around(
        order, now, () -> returning.book(order, open.charge(), intent, claim.taken(), now));
    settleParts(open, decision, now);
    return intent;
  }

  private void settleParts(Case open, Decision decision, Instant now) {
    VendorOrderStatus empty =
        decision.cause() == Decision.Cause.REFUSAL
            ? VendorOrderStatus.REFUSED
            : VendorOrderStatus.CANCELLED;
    for (UUID part : partsOf(open.lines(), decision.claim().units())) {
      orders.settle(open.order(), part, empty, now);
    }
  }

  private static Set<UUID> partsOf(List<PaidLine> lines, Map<UUID, Integer> units) {
    Set<UUID> parts = new TreeSet<>();
    lines.stream()
        .filter(line -> units.containsKey(line.id()))
        .forEach(line -> parts.add(line.vendorOrderId()));
    return parts;
  }

  private void tell(
      PaidOrder order, String about, RefundView refund, UUID vendorOrder, Instant now) {
    timeline.add(
        order.id(),
        vendorOrder,
        Timeline.REFUNDED,
        now,
        Map.of("amount", refund.amount(), "reason", refund.reason()));
    outbox.add(
        new DomainEvent.BuyerRefunded(
            order.id(),
            vendorOrder,
            refund.id(),
            about,
            order.email(),
            order.language(),
            refund.amount(),
            refund.reason(),
            now));
    audit.record(
        "refund-order",
        vendorOrder == null
            ? org.halles.marketplace.audit.Subject.of("order-group", order.number())
            : org.halles.marketplace.audit.Subject.of(
                "vendor-order", about, order.part(vendorOrder).vendorId()),
        null,
        Map.of(
            "amount", refund.amount(),
            "cause", refund.cause(),
            "reason", refund.reason()));
  }
}
