package org.halles.api.webhook;

import java.util.List;
import org.halles.marketplace.webhook.EventType;

/** What can be subscribed. */
final class EventTypes {

  private EventTypes() {}

  /** Their names, such as order.paid. */
  static List<String> codes(List<EventType> types) {
    return types.stream().map(EventType::code).toList();
  }
}
