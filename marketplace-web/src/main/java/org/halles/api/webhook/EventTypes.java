package org.halles.api.webhook;

import java.util.List;
import org.halles.marketplace.webhook.EventType;

/**
 * What can be subscribed.
 *
 * @param items such as order.paid
 */
public record EventTypes(List<String> items) {

  static EventTypes of(List<EventType> types) {
    return new EventTypes(types.stream().map(EventType::code).toList());
  }
}
