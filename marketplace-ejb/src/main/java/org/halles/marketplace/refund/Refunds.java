package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.halles.marketplace.payment.PaidWith;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Outbox;
import org.halles.spi.Money;

/** One refund from the locked purchase to everything written; part of the caller's transaction. */
@ApplicationScoped
class Refunds {

  private PaidOrders orders;
  private Transactions transactions;
  private RefundStore store;
  private RefundTerms terms;
  private Returning returning;
  private GiftCardsBack giftCards;
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
      RefundTerms terms,
      Returning returning,
      GiftCardsBack giftCards,
      Timeline timeline,
      Outbox outbox,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.orders = orders;
    this.transactions = transactions;
    this.store = store;
    this.terms = terms;
    this.returning = returning;
    this.giftCards = giftCards;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Gives back what somebody asked for.
   *
   * @param about number of the purchase or the part
   * @param from what may be given back from
   * @param vendorOrder the part, or null for several
   */
  public RefundView giveBack(
      RefundCase open, String about, List<Subject> from, RefundRequest request, UUID vendorOrder) {
    Claim.Result claim =
        terms.withFee(open, Decision.Cause.REFUND, open.claim(about, from).of(request));
    if (request.amount() != null) {
      open.requireLeft(request.amount());
    }
    String reason = request.reason().strip();
    return carryOut(
        open, about, new Decision(claim, vendorOrder, Decision.Cause.REFUND, reason, callerId()));
  }

  /**
   * Gives the buyer money of the platform.
   *
   * @throws CannotRefund naming what was asked and what of the payment is left, if that is less
   */
  public RefundView giveGoodwill(RefundCase open, String about, RefundRequest request, UUID part) {
    open.requireLeft(request.amount());
    return carryOut(
        open,
        about,
        new Decision(
            Claim.gift(request.amount()),
            part,
            Decision.Cause.GOODWILL,
            request.reason().strip(),
            callerId()));
  }

  /** Gives it back and says so. */
  public RefundView carryOut(RefundCase open, String about, Decision decided) {
    Instant now = now();
    Decision decision = withContributions(open, about, decided);
    String otherwise = decision.toCredit() ? Transactions.STORE_CREDIT : null;
    UUID refund = write(open, decision, otherwise, now);
    RefundView view = store.view(refund);
    tell(open.order(), about, view, decision.vendorOrder(), now);
    return view;
  }

  /**
   * Ends units of a purchase and gives back what is left of their money.
   *
   * @return empty if all of it went back before
   */
  public Optional<RefundView> end(RefundCase open, String about, Decision decided) {
    Decision decision = withContributions(open, about, decided);
    if (decision.claim().taken().isEmpty()) {
      withoutMoney(open, decision);
      return Optional.empty();
    }
    return Optional.of(carryOut(open, about, decision));
  }

  private static Decision withContributions(RefundCase open, String about, Decision decided) {
    return decided.with(open.claim(about).withContributions(decided.claim()));
  }

  /** Takes units off an order for which there is no money to give back. */
  private void withoutMoney(RefundCase open, Decision decision) {
    takeUnits(open, decision);
    settleParts(open, decision, now());
  }

  private void takeUnits(RefundCase open, Decision decision) {
    Map<UUID, Integer> units = decision.claim().units();
    if (decision.restocked() == null) {
      orders.takeBack(open.order().id(), open.lines(), units);
    } else {
      orders.cameBack(open.order().id(), open.lines(), units, decision.restocked());
    }
  }

  public UUID callerId() {
    return caller.get().account().orElse(null);
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Writes it down and books it, and intends what the gateway is asked for.
   *
   * @param instead through which gateway what a gateway took goes back, or null: through its own
   * @return under which id
   */
  public UUID write(RefundCase open, Decision decision, String instead, Instant now) {
    PaidOrder order = open.order();
    Claim.Result claim = decision.claim();
    // goodwill went before: the buyer never gets more than was paid
    Money amount = claim.amount().min(open.moneyLeft());
    Portions portions = Portions.of(amount, open.payments(), instead);
    UUID intent = portions.isEmpty() ? null : intend(portions, now);
    UUID id = intent == null ? Ids.next() : intent;
    List<Kept> keeps = terms.keep(open, decision.cause(), claim.taken());
    store.write(id, order, decision, intent, amount, now);
    portions.others().forEach(portion -> transactions.intendAfter(id, portion, now));
    terms.write(id, keeps);
    terms.returnFees(id, open, decision.cause(), claim.taken());
    giftCards.take(order, claim.taken(), now);
    takeUnits(open, decision);
    returning.book(
        new Returning.Booking(
            order,
            portions.byGateway(),
            Returning.source(order, id, intent, now),
            amount,
            claim.taken(),
            keeps,
            terms.feesReturned(id)));
    settleParts(open, decision, now);
    return id;
  }

  /** Intends what a gateway is asked for first. */
  public UUID intend(Portions portions, Instant now) {
    PaidWith first = portions.first();
    return transactions.intendRefund(first.charge(), portions.gateway(), first.left(), now);
  }

  private void settleParts(RefundCase open, Decision decision, Instant now) {
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
    audit(order, about, refund, vendorOrder);
    if (refund.amount().isZero()) {
      return;
    }
    timeline.add(
        order.id(),
        vendorOrder,
        refund.id(),
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
  }

  private void audit(PaidOrder order, String about, RefundView refund, UUID vendorOrder) {
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
