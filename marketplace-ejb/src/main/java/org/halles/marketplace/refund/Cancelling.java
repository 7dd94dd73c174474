package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.checkout.HeldParts;
import org.halles.marketplace.checkout.HeldParts.Held;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.CannotChange;
import org.halles.marketplace.order.PaidLine;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.UntakenParts;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * An order, or what is left of it, will not be delivered: refused in time or cancelled, by its
 * vendor or the operator. The buyer gets the money for it back, and the goods are on sale again.
 */
@ApplicationScoped
public class Cancelling {

  private static final Set<VendorOrderStatus> OVER =
      Set.of(VendorOrderStatus.CANCELLED, VendorOrderStatus.REFUSED);

  private RefundCases cases;
  private RefundTerms terms;
  private Refunds refunds;
  private HeldParts heldParts;
  private GiftCardPurchases giftCards;
  private Timeline timeline;
  private Outbox outbox;

  protected Cancelling() {}

  @Inject
  Cancelling(
      RefundCases cases,
      RefundTerms terms,
      Refunds refunds,
      HeldParts heldParts,
      GiftCardPurchases giftCards,
      Timeline timeline,
      Outbox outbox) {
    this.cases = cases;
    this.terms = terms;
    this.refunds = refunds;
    this.heldParts = heldParts;
    this.giftCards = giftCards;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /**
   * The vendor refuses an order that waits for its acceptance.
   *
   * @param reason for the buyer to read
   * @return what goes back to the buyer; empty if there was nothing to give back
   * @throws NotFound also if it is another vendor's
   * @throws CannotChange if it waits for no acceptance, or the time to refuse is over
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Optional<RefundView> refuse(VendorScope vendor, String number, String reason) {
    Optional<Held> held = heldParts.lockOfVendor(vendor.vendorId(), number);
    if (held.isPresent()) {
      requireRefusable(number, held.get().part().status(), held.get().part().acceptBy());
      return endHeld(held.get(), Decision.Cause.REFUSAL, reason);
    }
    RefundCase open = cases.openOfVendor(vendor.vendorId(), number);
    PaidOrder.Part part = begun(open, number);
    requireRefusable(number, part.status(), part.acceptBy());
    return end(open, part, Decision.Cause.REFUSAL, reason);
  }

  /**
   * The vendor cancels what of an order has not left yet.
   *
   * @param reason for the buyer to read
   * @return what goes back to the buyer; empty if there was nothing to give back
   * @throws NotFound also if it is another vendor's
   * @throws CannotChange if nothing of it is left to cancel
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Optional<RefundView> cancel(VendorScope vendor, String number, String reason) {
    Optional<Held> held = heldParts.lockOfVendor(vendor.vendorId(), number);
    if (held.isPresent()) {
      requireBegun(number, held.get().part().status());
      return endHeld(held.get(), Decision.Cause.CANCELLATION, reason);
    }
    RefundCase open = cases.openOfVendor(vendor.vendorId(), number);
    return end(open, begun(open, number), Decision.Cause.CANCELLATION, reason);
  }

  private void requireRefusable(String number, VendorOrderStatus status, Instant acceptBy) {
    requireBegun(number, status);
    if (status != VendorOrderStatus.TO_ACCEPT) {
      throw CannotChange.notToAccept(number, status);
    }
    if (acceptBy != null && acceptBy.isBefore(refunds.now())) {
      throw CannotChange.tooLate(number, acceptBy);
    }
  }

  /** A vendor has nothing to do with a purchase before a person let it go on. */
  private static void requireBegun(String number, VendorOrderStatus status) {
    if (status == VendorOrderStatus.IN_REVIEW) {
      throw CannotChange.inReview(number);
    }
  }

  /** Its money was never taken, so there is none to give back. */
  private Optional<RefundView> endHeld(Held held, Decision.Cause cause, String reason) {
    String words = words(reason);
    UntakenParts.Found part = held.part();
    if (OVER.contains(part.status())) {
      throw CannotChange.nothingToCancel(part.number(), part.status());
    }
    boolean refused = cause == Decision.Cause.REFUSAL;
    tell(part.orderGroup(), part.id(), part.vendorId(), part.number(), refused, words);
    heldParts.end(held, refused, refunds.now());
    return Optional.empty();
  }

  /**
   * The operator cancels what of one part has not left yet.
   *
   * @param purchase number of the purchase
   * @param number of the part
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Optional<RefundView> cancel(String purchase, String number, String reason) {
    Optional<Held> unpaid = heldParts.lock(purchase, number);
    if (unpaid.isPresent()) {
      return endHeld(unpaid.get(), Decision.Cause.CANCELLATION, reason);
    }
    RefundCase open = cases.open(purchase);
    PaidOrder.Part part =
        open.order().part(number).orElseThrow(() -> new NotFound("vendor order", number));
    boolean held = part.status() == VendorOrderStatus.IN_REVIEW;
    return end(open, part, held ? Decision.Cause.REVIEW : Decision.Cause.CANCELLATION, reason);
  }

  /**
   * Ends a purchase that a check held: all its money goes back, and no vendor or buyer bears
   * anything of it. Part of the caller's transaction.
   *
   * @param reason for the buyer to read
   * @throws CannotChange if nothing of it waits
   */
  public void endReview(String purchase, String reason) {
    if (endHeldReview(purchase, reason)) {
      return;
    }
    RefundCase open = cases.open(purchase);
    if (giftCards.endReview(purchase, open, words(reason))) {
      return;
    }
    List<String> parts =
        open.order().parts().stream()
            .filter(part -> part.status() == VendorOrderStatus.IN_REVIEW)
            .map(PaidOrder.Part::number)
            .toList();
    if (parts.isEmpty()) {
      throw CannotChange.notInReview(purchase);
    }
    for (String number : parts) { // read anew for each: the last takes what belongs to all
      RefundCase now = cases.open(purchase);
      end(now, now.order().part(number).orElseThrow(), Decision.Cause.REVIEW, reason);
    }
  }

  /** False if its money was taken. */
  private boolean endHeldReview(String purchase, String reason) {
    List<Held> all = heldParts.lockAll(purchase);
    if (all.isEmpty()) {
      return false;
    }
    List<Held> waiting =
        all.stream().filter(one -> one.part().status() == VendorOrderStatus.IN_REVIEW).toList();
    if (waiting.isEmpty()) { // a colleague let it go on meanwhile
      throw CannotChange.notInReview(purchase);
    }
    String words = words(reason);
    for (Held one : waiting) {
      UntakenParts.Found part = one.part();
      tell(part.orderGroup(), part.id(), part.vendorId(), part.number(), false, words);
    }
    heldParts.end(waiting, false, refunds.now());
    return true;
  }

  private static String words(String reason) {
    Checklist checklist = new Checklist();
    String words = checklist.text("reason", reason, 500);
    checklist.done();
    return words;
  }

  private static PaidOrder.Part begun(RefundCase open, String number) {
    PaidOrder.Part part = open.order().part(number).orElseThrow();
    requireBegun(number, part.status());
    return part;
  }

  private Optional<RefundView> end(
      RefundCase open, PaidOrder.Part part, Decision.Cause cause, String reason) {
    String words = words(reason);
    Map<UUID, Integer> units = unsent(open, part);
    if (units.isEmpty() || OVER.contains(part.status())) {
      throw CannotChange.nothingToCancel(part.number(), part.status());
    }
    Claim.Result claim = open.claim(part.number()).ofAll(units, besides(open, part));
    claim = terms.withFee(open, cause, claim);
    Decision decision = new Decision(claim, part.id(), cause, words, refunds.callerId());
    tell(
        open.order().id(),
        part.id(),
        part.vendorId(),
        part.number(),
        cause == Decision.Cause.REFUSAL,
        words);
    return refunds.end(open, part.number(), decision);
  }

  private static Map<UUID, Integer> unsent(RefundCase open, PaidOrder.Part part) {
    Map<UUID, Integer> units = new LinkedHashMap<>();
    for (PaidLine line : open.lines()) {
      if (line.vendorOrderId().equals(part.id()) && line.toShip() > 0) {
        units.put(line.id(), line.toShip());
      }
    }
    return units;
  }

  /** The shipping, if no parcel left. */
  private static List<Subject> besides(RefundCase open, PaidOrder.Part part) {
    List<Subject> besides = new ArrayList<>();
    boolean nothingLeft =
        open.lines().stream()
            .filter(line -> line.vendorOrderId().equals(part.id()))
            .allMatch(line -> line.shipped() == 0);
    for (Subject subject : open.subjects()) {
      boolean itsShipping = subject.isShipping() && subject.vendorOrderId().equals(part.id());
      if (nothingLeft && itsShipping) {
        besides.add(subject);
      }
    }
    return besides;
  }

  private void tell(
      UUID order, UUID part, UUID vendor, String number, boolean refused, String reason) {
    Instant now = refunds.now();
    timeline.add(
        order,
        part,
        refused ? Timeline.REFUSED : Timeline.CANCELLED,
        now,
        Map.of("reason", reason));
    outbox.add(
        new DomainEvent.VendorOrderCancelled(order, part, vendor, number, refused, reason, now));
  }
}
