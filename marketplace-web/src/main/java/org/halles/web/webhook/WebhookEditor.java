package org.halles.web.webhook;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.webhook.EventType;
import org.halles.marketplace.webhook.MadeSubscription;
import org.halles.web.ui.Say;
import org.omnifaces.util.Faces;

/** One webhook being written. A new one's secret is shown once, in place of the form. */
@Named
@ViewScoped
public class WebhookEditor implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private WebhookRoom room;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private WebhookForm form;
  private transient MadeSubscription made;

  /** As it is, or empty for a new one; what was typed comes with each request. */
  public WebhookForm getForm() {
    if (form == null) {
      String id = Faces.getRequestParameter("webhook");
      form = id == null ? new WebhookForm() : WebhookForm.of(room.get(idOf(id)));
    }
    return form;
  }

  private static UUID idOf(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw new NotFound("webhook", text);
    }
  }

  /** What may be told, and what this one hears already though the person may not add it. */
  public List<String> getOffered() {
    List<String> codes = new ArrayList<>(room.eventTypes().stream().map(EventType::code).toList());
    getForm().getEventTypes().stream().filter(code -> !codes.contains(code)).forEach(codes::add);
    return codes;
  }

  /** Saves what was typed; an edit goes back to the webhook. */
  public void save() {
    WebhookForm typed = getForm();
    if (!typed.isKnown()) {
      say.trying(faults, () -> made = room.create(typed.input()));
    } else if (say.trying(
        faults, () -> room.change(typed.getId(), typed.version(), typed.input()))) {
      Faces.redirect(room.getPath() + "/" + typed.getId() + "?told=saved");
    }
  }

  /** What was made just now, with its secret; never again. */
  public MadeSubscription getMade() {
    return made;
  }

  public Map<String, String> getFaults() {
    return faults;
  }
}
