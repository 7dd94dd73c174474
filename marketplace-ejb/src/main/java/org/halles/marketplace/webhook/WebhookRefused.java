package org.halles.marketplace.webhook;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Something cannot be done with a subscription as it is. */
public final class WebhookRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private WebhookRefused(String code, String message, Map<String, Object> facts) {
    super(Kind.UNPROCESSABLE, code, message, facts);
  }

  static WebhookRefused tooMany(int most) {
    return new WebhookRefused(
        "too-many-webhooks",
        "there are " + most + " subscriptions already: remove one that is not needed",
        Map.of("most", most));
  }

  static WebhookRefused switchedOff() {
    return new WebhookRefused(
        "webhook-switched-off",
        "nothing is sent while the subscription is switched off: switch it on first",
        Map.of());
  }
}
