package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Vendors have their programs told what happens to their own orders, goods and money. Whoever
 * subscribes needs the right to see what is told.
 */
@ApplicationScoped
public class VendorWebhooks {

  private Desk desk;

  protected VendorWebhooks() {}

  @Inject
  VendorWebhooks(Desk desk) {
    this.desk = desk;
  }

  /** All that the caller may subscribe. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_READ)
  public List<EventType> eventTypes(VendorScope scope) {
    return EventType.offeredTo(scope);
  }

  /** The vendor's subscriptions, newest first. */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_READ)
  public Page<SubscriptionView> list(VendorScope scope, Paging paging) {
    return desk.list(scope.vendorId(), paging);
  }

  /**
   * One of them.
   *
   * @throws NotFound also if it is another vendor's
   */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_READ)
  public SubscriptionView get(VendorScope scope, UUID id) {
    return desk.get(scope.vendorId(), id);
  }

  /**
   * Subscribes.
   *
   * @return with its secret, which is shown this once
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_WRITE)
  public MadeSubscription create(VendorScope scope, SubscriptionInput input) {
    return desk.create(scope.vendorId(), input, type -> type.isFor(scope));
  }

  /**
   * Changes it, or switches it on or off.
   *
   * @param expected the version that was read, or null to insist on none
   */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_WRITE)
  public SubscriptionView change(
      VendorScope scope, UUID id, Integer expected, SubscriptionInput input) {
    return desk.change(scope.vendorId(), id, expected, input, type -> type.isFor(scope));
  }

  /** Makes a new secret; the former one signs too for a day. */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_WRITE)
  public MadeSubscription rotate(VendorScope scope, UUID id) {
    return desk.rotate(scope.vendorId(), id);
  }

  /** Ends it, with its log. */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_WRITE)
  public void remove(VendorScope scope, UUID id) {
    desk.remove(scope.vendorId(), id);
  }

  /** Sends a test. */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_WRITE)
  public DeliveryView ping(VendorScope scope, UUID id) {
    return desk.ping(scope.vendorId(), id);
  }

  /**
   * What was sent, newest first.
   *
   * @param status only these, or null for all
   */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_READ)
  public Page<DeliveryView> deliveries(
      VendorScope scope, UUID id, DeliveryStatus status, Paging paging) {
    return desk.deliveries(scope.vendorId(), id, status, paging);
  }

  /** One message with its attempts. */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_READ)
  public DeliveryDetail delivery(VendorScope scope, UUID id, UUID delivery) {
    return desk.delivery(scope.vendorId(), id, delivery);
  }

  /** Sends a message again, under its number. */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.WEBHOOKS_WRITE)
  public DeliveryView sendAgain(VendorScope scope, UUID id, UUID delivery) {
    return desk.sendAgain(scope.vendorId(), id, delivery);
  }
}
