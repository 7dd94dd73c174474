package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.CannotChange;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * Gives money back to buyers. The book is changed at once and the intent is written with it; the
 * gateway is asked right after, by the same worker that brings every payment to its end.
 */
@ApplicationScoped
public class Refunding {

  private RefundCases cases;
  private RefundTerms terms;
  private Refunds refunds;
  private RefundStore store;
  private PaidOrders paid;
  private Orders orders;

  protected Refunding() {}

  @Inject
  Refunding(
      RefundCases cases,
      RefundTerms terms,
      Refunds refunds,
      RefundStore store,
      PaidOrders paid,
      Orders orders) {
    this.cases = cases;
    this.terms = terms;
    this.refunds = refunds;
    this.store = store;
    this.paid = paid;
    this.orders = orders;
  }

  /**
   * A vendor gives money of one of its orders back, all of its own and the platform's share of it.
   *
   * @throws NotFound also if the order is another vendor's
   * @throws CannotChange if a person still has to look at it
   * @throws CannotRefund if less is left
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong with the request
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public RefundView byVendor(VendorScope vendor, String number, RefundRequest request) {
    RefundCase open = cases.openOfVendor(vendor.vendorId(), number);
    PaidOrder.Part part = open.order().part(number).orElseThrow();
    if (part.status() == VendorOrderStatus.IN_REVIEW) {
      throw CannotChange.inReview(number);
    }
    List<Subject> own = open.subjectsOf(part.id());
    return refunds.giveBack(open, number, own, request, part.id());
  }

  /**
   * The operator gives money of a purchase back.
   *
   * @param part number of the vendor order it is about, or null for the whole purchase
   * @throws NotFound if there is no such paid purchase, or it has no such part
   * @throws CannotRefund if less is left
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong with the request
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public RefundView byOperator(String number, String part, RefundRequest request) {
    RefundCase open = cases.open(number);
    if (part == null || part.isBlank()) {
      return refunds.giveBack(
          open, number, terms.refundable(open, Decision.Cause.REFUND), request, null);
    }
    UUID id = open.order().part(part).orElseThrow(() -> new NotFound("vendor order", part)).id();
    List<Subject> its = open.subjectsOf(id);
    return refunds.giveBack(open, part, its, request, id);
  }

  /**
   * The operator gives the buyer money of the platform's own, as goodwill: no vendor pays for it,
   * and no share of the sale changes.
   *
   * @param part number of the vendor order it is about, or null for the whole purchase
   * @param request an amount and the reason
   * @throws NotFound if there is no such paid purchase, or it has no such part
   * @throws CannotRefund if less of the payment is left
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong with the request
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public RefundView goodwill(String number, String part, RefundRequest request) {
    RefundCase open = cases.open(number);
    requireAmount(request, open.currency());
    boolean whole = part == null || part.isBlank();
    UUID id =
        whole
            ? null
            : open.order().part(part).orElseThrow(() -> new NotFound("vendor order", part)).id();
    return refunds.giveGoodwill(open, whole ? number : part, request, id);
  }

  private static void requireAmount(RefundRequest request, CurrencyCode currency) {
    Checklist checklist = new Checklist();
    checklist.text("reason", request.reason(), 500);
    if (!request.lines().isEmpty() || request.shipping()) {
      checklist.reject("lines", "must be left out where the platform pays: give an amount", null);
    }
    Money amount = request.amount();
    if (amount == null) {
      checklist.reject("amount", "is missing", null);
    } else if (!amount.currency().equals(currency)) {
      checklist.reject("amount.currency", "must be " + currency, amount.currency());
    } else if (!amount.isPositive()) {
      checklist.reject("amount.minor", "must be above zero", amount.minor());
    } else {
      GatewayGrid.check("amount.minor", request.amount(), checklist);
    }
    checklist.done();
  }

  /** What went back of one of the vendor's orders, oldest first. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<RefundView> ofVendor(VendorScope vendor, String number) {
    List<RefundView> views = store.viewsOfVendor(vendor.vendorId(), number);
    if (views.isEmpty() && !paid.hasBegun(vendor.vendorId(), number)) {
      throw new NotFound("order", number);
    }
    return views;
  }

  /**
   * What went back of a purchase, oldest first, for its buyer, an operator, or whoever has its
   * access key.
   *
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public List<BuyerRefund> ofPurchase(String number, String accessKey) {
    return store.views(orders.idFor(number, accessKey)).stream().map(BuyerRefund::of).toList();
  }

  /**
   * What went back of any purchase, oldest first.
   *
   * @throws NotFound if there is no such purchase
   */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public List<RefundView> ofPurchaseForOperator(String number) {
    return store.viewsOfPurchase(number);
  }
}
