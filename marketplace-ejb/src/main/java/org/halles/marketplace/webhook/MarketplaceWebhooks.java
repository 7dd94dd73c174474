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

/** The operator has the marketplace's own programs told what happens, to all vendors. */
@ApplicationScoped
public class MarketplaceWebhooks {

  private Desk desk;

  protected MarketplaceWebhooks() {}

  @Inject
  MarketplaceWebhooks(Desk desk) {
    this.desk = desk;
  }

  /** All that can be subscribed. */
  @Allowed(Role.ADMIN)
  public List<EventType> eventTypes() {
    return List.of(EventType.values());
  }

  /** The marketplace's subscriptions, newest first. */
  @Transactional
  @Allowed(Role.ADMIN)
  public Page<SubscriptionView> list(Paging paging) {
    return desk.list(Mailbag.MARKET, paging);
  }

  /**
   * One of them.
   *
   * @throws NotFound also if it is a vendor's
   */
  @Transactional
  @Allowed(Role.ADMIN)
  public SubscriptionView get(UUID id) {
    return desk.get(Mailbag.MARKET, id);
  }

  /**
   * Subscribes.
   *
   * @return with its secret, which is shown this once
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Transactional
  @Allowed(Role.ADMIN)
  public MadeSubscription create(SubscriptionInput input) {
    return desk.create(Mailbag.MARKET, input, type -> true);
  }

  /**
   * Changes it, or switches it on or off.
   *
   * @param expected the version that was read, or null to insist on none
   */
  @Transactional
  @Allowed(Role.ADMIN)
  public SubscriptionView change(UUID id, Integer expected, SubscriptionInput input) {
    return desk.change(Mailbag.MARKET, id, expected, input, type -> true);
  }

  /** Makes a new secret; the former one signs too for a day. */
  @Transactional
  @Allowed(Role.ADMIN)
  public MadeSubscription rotate(UUID id) {
    return desk.rotate(Mailbag.MARKET, id);
  }

  /** Ends it, with its log. */
  @Transactional
  @Allowed(Role.ADMIN)
  public void remove(UUID id) {
    desk.remove(Mailbag.MARKET, id);
  }

  /** Sends a test. */
  @Transactional
  @Allowed(Role.ADMIN)
  public DeliveryView ping(UUID id) {
    return desk.ping(Mailbag.MARKET, id);
  }

  /**
   * What was sent, newest first.
   *
   * @param status only these, or null for all
   */
  @Transactional
  @Allowed(Role.ADMIN)
  public Page<DeliveryView> deliveries(UUID id, DeliveryStatus status, Paging paging) {
    return desk.deliveries(Mailbag.MARKET, id, status, paging);
  }

  /** One message with its attempts. */
  @Transactional
  @Allowed(Role.ADMIN)
  public DeliveryDetail delivery(UUID id, UUID delivery) {
    return desk.delivery(Mailbag.MARKET, id, delivery);
  }

  /** Sends a message again, under its number. */
  @Transactional
  @Allowed(Role.ADMIN)
  public DeliveryView sendAgain(UUID id, UUID delivery) {
    return desk.sendAgain(Mailbag.MARKET, id, delivery);
  }
}
