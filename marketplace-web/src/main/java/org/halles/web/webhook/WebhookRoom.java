package org.halles.web.webhook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.webhook.DeliveryDetail;
import org.halles.marketplace.webhook.DeliveryStatus;
import org.halles.marketplace.webhook.DeliveryView;
import org.halles.marketplace.webhook.EventType;
import org.halles.marketplace.webhook.MadeSubscription;
import org.halles.marketplace.webhook.MarketplaceWebhooks;
import org.halles.marketplace.webhook.SubscriptionInput;
import org.halles.marketplace.webhook.SubscriptionView;
import org.halles.marketplace.webhook.VendorWebhooks;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;

/**
 * Whose webhooks this page is about: those of the vendor in its address, else the marketplace's.
 * Whether the person may is the use cases' matter, whatever the address says.
 */
@Named
@RequestScoped
public class WebhookRoom {

  @Inject @Param private String vendor;
  @Inject private Desk desk;
  @Inject private VendorWebhooks own;
  @Inject private MarketplaceWebhooks market;

  private boolean isOwn() {
    return vendor != null;
  }

  /** The frame of the portal. */
  public String getFrame() {
    return isOwn() ? "/WEB-INF/templates/vendor.xhtml" : "/WEB-INF/templates/operator.xhtml";
  }

  /** Where the list is. */
  public String getPath() {
    return (isOwn() ? desk.getPath() : "/operator") + "/webhooks";
  }

  public boolean isEditable() {
    return !isOwn() || desk.scope().may(Permission.WEBHOOKS_WRITE);
  }

  List<EventType> eventTypes() {
    return isOwn() ? own.eventTypes(desk.scope()) : market.eventTypes();
  }

  Page<SubscriptionView> list(Paging paging) {
    return isOwn() ? own.list(desk.scope(), paging) : market.list(paging);
  }

  SubscriptionView get(UUID id) {
    return isOwn() ? own.get(desk.scope(), id) : market.get(id);
  }

  MadeSubscription create(SubscriptionInput input) {
    return isOwn() ? own.create(desk.scope(), input) : market.create(input);
  }

  SubscriptionView change(UUID id, Integer expected, SubscriptionInput input) {
    return isOwn()
        ? own.change(desk.scope(), id, expected, input)
        : market.change(id, expected, input);
  }

  MadeSubscription rotate(UUID id) {
    return isOwn() ? own.rotate(desk.scope(), id) : market.rotate(id);
  }

  void remove(UUID id) {
    if (isOwn()) {
      own.remove(desk.scope(), id);
    } else {
      market.remove(id);
    }
  }

  DeliveryView ping(UUID id) {
    return isOwn() ? own.ping(desk.scope(), id) : market.ping(id);
  }

  Page<DeliveryView> deliveries(UUID id, DeliveryStatus status, Paging paging) {
    return isOwn()
        ? own.deliveries(desk.scope(), id, status, paging)
        : market.deliveries(id, status, paging);
  }

  DeliveryDetail delivery(UUID id, UUID delivery) {
    return isOwn() ? own.delivery(desk.scope(), id, delivery) : market.delivery(id, delivery);
  }

  DeliveryView sendAgain(UUID id, UUID delivery) {
    return isOwn() ? own.sendAgain(desk.scope(), id, delivery) : market.sendAgain(id, delivery);
  }
}
