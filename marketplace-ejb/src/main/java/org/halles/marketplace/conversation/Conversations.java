package org.halles.marketplace.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** Buyer, vendor and operator write each other about an order. */
@ApplicationScoped
public class Conversations {

  private Threads threads;
  private Orders orders;
  private CurrentCaller caller;

  protected Conversations() {}

  @Inject
  Conversations(Threads threads, Orders orders, CurrentCaller caller) {
    this.threads = threads;
    this.orders = orders;
    this.caller = caller;
  }

  /** The vendor's threads, the last written to first. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<ThreadSummary> list(VendorScope vendor, Paging paging) {
    return threads.list(vendor.vendorId(), paging);
  }

  /** How many messages the vendor has not seen. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public int unread(VendorScope vendor) {
    return threads.unreadByVendor(vendor.vendorId());
  }

  /**
   * What was written about one of the vendor's orders, oldest first.
   *
   * @throws NotFound also if it is another vendor's
   */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<Message> ofVendor(VendorScope vendor, String number) {
    return threads.messages(threads.ofVendor(vendor.vendorId(), number));
  }

  /**
   * The same, and what the vendor reads it has read; an operator who looks has not.
   *
   * @throws NotFound also if it is another vendor's
   */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<Message> readByVendor(VendorScope vendor, String number) {
    List<Message> messages = threads.messages(vendor.vendorId(), number);
    if (!messages.isEmpty() && !caller.get().isOperator()) {
      threads.seenByVendor(vendor.vendorId(), number);
    }
    return messages;
  }

  /** The vendor has read what was written about this order. An operator who looks has not. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public void seenByVendor(VendorScope vendor, String number) {
    Threads.Place place = threads.ofVendor(vendor.vendorId(), number);
    if (!caller.get().isOperator()) {
      threads.seenByVendor(place);
    }
  }

  /**
   * The vendor writes to the buyer; an operator who acts for the vendor is marked as one.
   *
   * @throws NotFound also if it is another vendor's order
   * @throws TooManyMessages if it is one too many
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Message byVendor(VendorScope vendor, String number, String text) {
    Author author = caller.get().isOperator() ? Author.OPERATOR : Author.VENDOR;
    return threads.write(threads.ofVendor(vendor.vendorId(), number), author, text);
  }

  /**
   * What was written about one part of a purchase, for its buyer, an operator, or whoever has the
   * access key.
   *
   * @param part number of the vendor order
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public List<Message> ofBuyer(String number, String accessKey, String part) {
    UUID group = orders.idFor(number, accessKey);
    return threads.messages(threads.ofGroup(group, part));
  }

  /**
   * What was written about all parts of a purchase, by the part's number, for its buyer, an
   * operator, or whoever has the access key.
   *
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public Map<String, List<Message>> ofPurchase(String number, String accessKey) {
    return threads.ofPurchase(orders.idFor(number, accessKey));
  }

  /** The buyer has read what was written about this purchase. */
  @Allowed(Role.ANYONE)
  @Transactional
  public void seenByBuyer(String number, String accessKey) {
    threads.seenByBuyer(orders.idForBuyer(number, accessKey));
  }

  /**
   * The buyer writes to a vendor.
   *
   * @throws NotFound also if it is somebody else's purchase
   * @throws TooManyMessages if it is one too many
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public Message byBuyer(String number, String accessKey, String part, String text) {
    UUID group = orders.idForBuyer(number, accessKey);
    return threads.write(threads.ofGroup(group, part), Author.BUYER, text);
  }

  /** The operator steps in; both sides are told. */
  @Allowed(Role.SUPPORT)
  @Transactional
  public Message byOperator(String number, String part, String text) {
    UUID group = orders.idFor(number, null);
    return threads.write(threads.ofGroup(group, part), Author.OPERATOR, text);
  }

  /** What was written about one part of any purchase. */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public List<Message> ofOperator(String number, String part) {
    return threads.messages(threads.ofGroup(orders.idFor(number, null), part));
  }

  /**
   * What was written about all parts of any purchase, by the part's number.
   *
   * @throws NotFound if there is no such purchase
   */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public Map<String, List<Message>> ofOperator(String number) {
    return threads.ofPurchase(number);
  }
}
