package org.halles.web.webhook;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.webhook.SubscriptionInput;
import org.halles.marketplace.webhook.SubscriptionStatus;
import org.halles.marketplace.webhook.SubscriptionView;

/** A webhook while it is typed. */
public class WebhookForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID id;
  private int version;
  private String url;
  private String description;
  private List<String> eventTypes = new ArrayList<>();
  private boolean active = true;

  static WebhookForm of(SubscriptionView view) {
    WebhookForm form = new WebhookForm();
    form.id = view.id();
    form.version = view.version();
    form.url = view.url();
    form.description = view.description();
    form.eventTypes = new ArrayList<>(view.eventTypes());
    form.active = view.status() == SubscriptionStatus.ON;
    return form;
  }

  SubscriptionInput input() {
    return new SubscriptionInput(url, description, List.copyOf(eventTypes), active, null);
  }

  public boolean isKnown() {
    return id != null;
  }

  public UUID getId() {
    return id;
  }

  int version() {
    return version;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public List<String> getEventTypes() {
    return eventTypes;
  }

  public void setEventTypes(List<String> eventTypes) {
    this.eventTypes = new ArrayList<>(eventTypes);
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
