package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.cash.CashReading;
import org.halles.marketplace.cash.CashReturns;
import org.halles.marketplace.cash.CashView;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Arrivals;
import org.halles.marketplace.order.CannotChange;
import org.halles.marketplace.order.CashOrders;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.UntakenParts;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Cash at the door, as its vendor tells it: the money was received with the goods, and what is to
 * go back was given back. Whoever says it first does the work; the same again changes nothing.
 */
@ApplicationScoped
public class CashDesk {

  private HeldParts parts;
  private Captures captures;
  private Payments payments;
  private Settlement settlement;
  private Arrivals arrivals;
  private CashOrders orders;
  private CashReading reading;
  private CashReturns returns;
  private Timeline timeline;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected CashDesk() {}

  @Inject
  CashDesk(
      HeldParts parts,
      Captures captures,
      Payments payments,
      Settlement settlement,
      Arrivals arrivals,
      CashOrders orders,
      CashReading reading,
      CashReturns returns,
      Timeline timeline,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.parts = parts;
    this.captures = captures;
    this.payments = payments;
    this.settlement = settlement;
    this.arrivals = arrivals;
    this.orders = orders;
    this.reading = reading;
    this.returns = returns;
    this.timeline = timeline;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The goods were handed over and all the cash for them was received: the order is delivered and
   * paid, and the vendor owes what of it is not its own. Saying it twice changes nothing.
   *
   * @throws NotFound also if it is another vendor's
   * @throws CannotChange if it is not paid in cash, was cancelled, or not all of it has left
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_WRITE)
  @Transactional
  public CashView received(VendorScope vendor, String number) {
    UUID order = orders.idOf(vendor.vendorId(), number);
    parts.lockOfVendor(vendor.vendorId(), number).ifPresent(this::receive);
    return answer(order, number);
  }

  /**
   * The operator says it for a vendor that does not.
   *
   * @param purchase number of the purchase
   * @param number of its part
   * @throws NotFound if there is no such part
   * @throws CannotChange if it is not paid in cash, was cancelled, or not all of it has left
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public CashView receivedForVendor(String purchase, String number) {
    UUID order = orders.idOf(purchase, number);
    parts.lock(purchase, number).ifPresent(this::receive);
    return answer(order, number);
  }

  private CashView answer(UUID order, String number) {
    return reading
        .of(order)
        .filter(cash -> cash.state() == CashView.State.RECEIVED)
        .orElseThrow(() -> CannotChange.notInCash(number));
  }

  private void receive(HeldParts.Held held) {
    UntakenParts.Found part = held.part();
    if (!held.money().transaction().gateway().equals(CashGateway.ID)) {
      return;
    }
    if (part.status() != VendorOrderStatus.SHIPPED) {
      throw CannotChange.cashTooEarly(part.number(), part.status());
    }
    Instant now = now();
    Captures.Begun begun = captures.begin(part.orderGroup()).orElseThrow();
    settlement.settle(
        begun.capture().id(), payments.capture(begun.capture(), begun.held(), begun.number()));
    timeline.add(
        part.orderGroup(),
        part.id(),
        Timeline.CASH_RECEIVED,
        now,
        Timeline.amount(begun.capture().amount()));
    arrivals.all(part.id(), now);
    audit.record(
        "receive-cash",
        Subject.of("vendor-order", part.number(), part.vendorId()),
        null,
        Map.of("amount", begun.capture().amount()));
  }

  /**
   * The buyer has the money back, from the vendor's own hand. Saying it twice changes nothing.
   *
   * @param refund which, as the order's cash names it
   * @throws NotFound also if it is another vendor's
   * @throws CannotChange if the vendor said before that it cannot
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_WRITE)
  @Transactional
  public CashView givenBack(VendorScope vendor, String number, UUID refund) {
    return say(vendor, number, refund, true);
  }

  /**
   * The vendor cannot give it back by hand: the marketplace sends it another way, and the vendor
   * owes it. Saying it twice changes nothing.
   *
   * @param refund which, as the order's cash names it
   * @throws NotFound also if it is another vendor's
   * @throws CannotChange if the vendor said before that the buyer has it
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_WRITE)
  @Transactional
  public CashView cannotGiveBack(VendorScope vendor, String number, UUID refund) {
    return say(vendor, number, refund, false);
  }

  private CashView say(VendorScope vendor, String number, UUID refund, boolean given) {
    UUID order = orders.idOf(vendor.vendorId(), number);
    CashReturns.Return back =
        returns.find(order, refund).orElseThrow(() -> new NotFound("cash refund", refund));
    Instant now = now();
    if (returns.say(refund, given, caller.get().label(), now)) {
      settlement.settle(refund, payments.ask(CashGateway.ID, refund));
      if (given) {
        timeline.add(order, null, Timeline.CASH_GIVEN_BACK, now, Timeline.amount(back.amount()));
      }
      audit.record(
          given ? "give-cash-back" : "refuse-cash-back",
          Subject.of("vendor-order", number, vendor.vendorId()),
          null,
          Map.of("amount", back.amount()));
    }
    requireSaid(order, number, refund, given);
    return reading.of(order).orElseThrow();
  }

  private void requireSaid(UUID order, String number, UUID refund, boolean given) {
    Optional<CashReturns.Return> now = returns.find(order, refund);
    CashReturns.State said = given ? CashReturns.State.GIVEN : CashReturns.State.REFUSED;
    if (now.filter(back -> back.state() == said).isEmpty()) {
      throw CannotChange.cashBackSaid(number, now.orElseThrow().saidAt());
    }
  }

  /** How far the cash of a vendor's order is; empty if it is not paid in cash. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_READ)
  @Transactional
  public Optional<CashView> of(VendorScope vendor, String number) {
    return reading.of(orders.idOf(vendor.vendorId(), number));
  }

  /** The same for an operator. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Optional<CashView> ofPurchase(String purchase) {
    return orders.idOf(purchase).flatMap(reading::of);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
