package org.halles.marketplace.webhook;

import static org.halles.marketplace.vendor.Permission.CATALOGUE_READ;
import static org.halles.marketplace.vendor.Permission.MONEY_READ;
import static org.halles.marketplace.vendor.Permission.ORDERS_READ;
import static org.halles.marketplace.vendor.Permission.STOREFRONT_READ;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** What programs can be told of, and who may hear it. */
public enum EventType {
  ORDER_PLACED("order.placed", null),
  ORDER_HELD("order.held", null),
  ORDER_AUTHORISED("order.authorised", ORDERS_READ),
  ORDER_PAID("order.paid", ORDERS_READ),
  ORDER_PAYMENT_FAILED("order.payment-failed", null),
  ORDER_EXPIRED("order.expired", null),
  ORDER_SHIPPED("order.shipped", ORDERS_READ),
  ORDER_DELIVERED("order.delivered", ORDERS_READ),
  ORDER_CANCELLED("order.cancelled", ORDERS_READ),
  REFUND_OPENED("refund.opened", ORDERS_READ),
  RETURN_REQUESTED("return.requested", ORDERS_READ),
  RETURN_UPDATED("return.updated", ORDERS_READ),
  DISPUTE_OPENED("dispute.opened", ORDERS_READ),
  DISPUTE_ESCALATED("dispute.escalated", ORDERS_READ),
  DISPUTE_DECIDED("dispute.decided", ORDERS_READ),
  MESSAGE_RECEIVED("message.received", ORDERS_READ),
  BID_ACCEPTED("bid.accepted", ORDERS_READ),
  BID_DECLINED("bid.declined", ORDERS_READ),
  BID_LAPSED("bid.lapsed", ORDERS_READ),
  STOCK_LOW("stock.low", CATALOGUE_READ),
  LISTING_APPROVED("listing.approved", CATALOGUE_READ),
  LISTING_REJECTED("listing.rejected", CATALOGUE_READ),
  LISTING_CHANGES_REQUESTED("listing.changes-requested", CATALOGUE_READ),
  LISTING_TAKEN_DOWN("listing.taken-down", CATALOGUE_READ),
  PAYOUT_PAID("payout.paid", MONEY_READ),
  PAYOUT_FAILED("payout.failed", MONEY_READ),
  VENDOR_SUBMITTED("vendor.submitted", null),
  VENDOR_APPROVED("vendor.approved", STOREFRONT_READ),
  VENDOR_REJECTED("vendor.rejected", STOREFRONT_READ),
  VENDOR_CHANGES_REQUESTED("vendor.changes-requested", STOREFRONT_READ),
  VENDOR_SUSPENDED("vendor.suspended", STOREFRONT_READ),
  VENDOR_REINSTATED("vendor.reinstated", STOREFRONT_READ),
  VENDOR_CLOSED("vendor.closed", STOREFRONT_READ),
  NOTICE_RECEIVED("notice.received", null);

  /** What a test sends; nobody subscribes to it. */
  static final String PING = "ping";

  private final String code;
  private final Permission needed;

  /**
   * @param needed what a vendor's member must be allowed to see, or null if no vendor hears of it
   */
  EventType(String code, Permission needed) {
    this.code = code;
    this.needed = needed;
  }

  /** Its name in messages: {@code order.paid}. */
  public String code() {
    return code;
  }

  /** True if vendors hear of what concerns them. */
  boolean isForVendors() {
    return needed != null;
  }

  /** True if whoever acts for a vendor so may have it told of this. */
  boolean isFor(VendorScope scope) {
    return needed != null && scope.may(needed);
  }

  /** All that a vendor's member may have the vendor told of. */
  static List<EventType> offeredTo(VendorScope scope) {
    return Arrays.stream(values()).filter(type -> type.isFor(scope)).toList();
  }

  /** The type that messages call so. */
  static Optional<EventType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }
}
