package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.halles.marketplace.shared.Checklist;

/** Goes through what somebody wants to subscribe, and says all that is wrong at once. */
@ApplicationScoped
class SubscriptionChecks {

  /** The layout of messages; a new one would be another number beside it. */
  static final int PAYLOAD_VERSION = 1;

  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_DESCRIPTION = 200;

  private Receivers receivers;

  protected SubscriptionChecks() {}

  @Inject
  SubscriptionChecks(Receivers receivers) {
    this.receivers = receivers;
  }

  /**
   * @param mayHear which types whoever asks may be told of
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  SubscriptionInput checked(SubscriptionInput input, Predicate<EventType> mayHear) {
    Checklist checklist = new Checklist();
    String url = checklist.text("url", input.url(), LONGEST_URL);
    if (checklist.isClean()) {
      receivers.fault(url).ifPresent(fault -> checklist.reject("url", fault, url));
    }
    String description =
        checklist.optional("description", input.description(), LONGEST_DESCRIPTION);
    List<String> types = types(checklist, input.eventTypes(), mayHear);
    if (input.version() != null && input.version() != PAYLOAD_VERSION) {
      checklist.reject("version", "must be " + PAYLOAD_VERSION, input.version());
    }
    checklist.done();
    boolean active = input.active() == null || input.active();
    return new SubscriptionInput(url, description, types, active, PAYLOAD_VERSION);
  }

  private static List<String> types(
      Checklist checklist, List<String> wanted, Predicate<EventType> mayHear) {
    if (wanted == null || wanted.isEmpty()) {
      checklist.reject("eventTypes", "is missing: choose at least one event", null);
      return List.of();
    }
    TreeSet<String> known = new TreeSet<>();
    for (String code : wanted) {
      Optional<EventType> type = code == null ? Optional.empty() : EventType.of(code.strip());
      if (type.isEmpty()) {
        checklist.reject("eventTypes", "is no event: choose among those offered", code);
      } else if (!mayHear.test(type.get())) {
        checklist.reject("eventTypes", "is not for you: choose among those offered", code);
      } else {
        known.add(type.get().code());
      }
    }
    return List.copyOf(known);
  }
}
