package org.halles.web.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.TimelineEvent;

/** What a purchase's story tells about money that is held and not taken. */
public final class HeldMoney {

  private static final Set<String> ENDS =
      Set.of(Timeline.PAID, Timeline.AUTHORISATION_LAPSED, Timeline.CANCELLED, Timeline.REFUSED);

  private HeldMoney() {}

  /** Until when it is held; null if it is not, or not any more. */
  public static Instant until(List<TimelineEvent> story) {
    Instant until = null;
    for (TimelineEvent event : story) {
      if (event.type().equals(Timeline.AUTHORISED)) {
        until = Instant.parse(String.valueOf(event.data().get("until")));
      } else if (ENDS.contains(event.type())) {
        until = null;
      }
    }
    return until;
  }

  /** True if it is paid in cash at the door. */
  public static boolean isCash(List<TimelineEvent> story) {
    return story.stream().anyMatch(event -> event.type().equals(Timeline.CASH_AGREED));
  }

  /** When it began to be held; null if it never was. */
  public static Instant since(List<TimelineEvent> story) {
    return story.stream()
        .filter(event -> event.type().equals(Timeline.AUTHORISED))
        .map(TimelineEvent::at)
        .findFirst()
        .orElse(null);
  }
}
