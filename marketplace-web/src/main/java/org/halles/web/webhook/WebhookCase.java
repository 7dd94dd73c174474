package org.halles.web.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.webhook.DeliveryDetail;
import org.halles.marketplace.webhook.DeliveryStatus;
import org.halles.marketplace.webhook.DeliveryView;
import org.halles.marketplace.webhook.SubscriptionInput;
import org.halles.marketplace.webhook.SubscriptionStatus;
import org.halles.marketplace.webhook.SubscriptionView;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** One webhook: what it is told, whether it takes it, and what can be done about it. */
@Named
@RequestScoped
public class WebhookCase {

  @Inject @Param private String webhook;
  @Inject @Param private String cursor;
  @Inject @Param private String told;

  @Inject
  @Param(name = "status")
  private String wanted;

  @Inject private WebhookRoom room;
  @Inject private Say say;

  private SubscriptionView view;
  private Page<DeliveryView> page;
  private DeliveryDetail shown;
  private String secret;

  public SubscriptionView getView() {
    if (view == null) {
      view = room.get(id());
    }
    return view;
  }

  private UUID id() {
    try {
      return UUID.fromString(webhook);
    } catch (IllegalArgumentException | NullPointerException notAnId) {
      throw new NotFound("webhook", webhook);
    }
  }

  /** True if it was just changed. */
  public boolean isSaved() {
    return "saved".equals(told);
  }

  public List<DeliveryStatus> getStatuses() {
    return List.of(DeliveryStatus.values());
  }

  /** Only messages in this status are listed; null for all. */
  public DeliveryStatus getStatus() {
    return Arrays.stream(DeliveryStatus.values())
        .filter(status -> status.name().equals(wanted))
        .findFirst()
        .orElse(null);
  }

  public List<DeliveryView> getDeliveries() {
    return page().items();
  }

  public void ping() {
    act(() -> room.ping(id()), "webhooks.pinged");
  }

  public void sendAgain(DeliveryView delivery) {
    act(() -> room.sendAgain(id(), delivery.id()), "webhooks.queued");
  }

  /** A new secret, shown once. */
  public void rotate() {
    act(() -> secret = room.rotate(id()).secret(), "webhooks.rotated");
  }

  public void switchOn() {
    act(() -> become(true), "webhooks.on");
  }

  public void switchOff() {
    act(() -> become(false), "webhooks.off");
  }

  private void become(boolean active) {
    SubscriptionView now = getView();
    room.change(
        id(),
        now.version(),
        new SubscriptionInput(now.url(), now.description(), now.eventTypes(), active, null));
  }

  public void remove() {
    if (say.trying(() -> room.remove(id()))) {
      Faces.redirect(room.getPath() + "?told=removed");
    }
  }

  /** Shows one message with its attempts. */
  public void show(DeliveryView delivery) {
    say.trying(() -> shown = room.delivery(id(), delivery.id()));
  }

  public DeliveryDetail getShown() {
    return shown;
  }

  /** What was sent, laid out for people. */
  public String getBody() {
    try {
      return Json.mapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(Json.mapper().readTree(shown.body()));
    } catch (JsonProcessingException asItIs) {
      return shown.body();
    }
  }

  private void act(Runnable action, String done) {
    if (say.trying(action)) {
      say.done(done);
    }
    view = null;
    page = null;
  }

  public boolean isOn() {
    return getView().status() == SubscriptionStatus.ON;
  }

  /** The secret made just now; never again. */
  public String getSecret() {
    return secret;
  }

  public String hrefOf(DeliveryStatus status) {
    return Query.of(path()).with("status", status).toString();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(path()).with("status", getStatus()).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : hrefOf(getStatus());
  }

  private String path() {
    return room.getPath() + "/" + webhook;
  }

  private Page<DeliveryView> page() {
    if (page == null) {
      page = room.deliveries(id(), getStatus(), Paging.of(null, cursor));
    }
    return page;
  }
}
