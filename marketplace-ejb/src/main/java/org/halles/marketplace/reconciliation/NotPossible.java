package org.halles.marketplace.reconciliation;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** What was asked does not fit the difference as it stands. */
public final class NotPossible extends Refusal {

  private static final long serialVersionUID = 1L;

  private NotPossible(String code, String message, Map<String, Object> facts) {
    super(Kind.CONFLICT, code, message, facts);
  }

  static NotPossible sentOtherwise(DifferenceView difference) {
    return new NotPossible(
        "refund-was-sent-otherwise",
        "the refund "
            + difference.key()
            + " was tried again or sent from the bank since: if "
            + difference.gateway()
            + " paid it as well, the buyer has it twice; claim it back and explain the difference",
        Map.of("key", difference.key(), "gateway", difference.gateway()));
  }

  NotPossible(String action, DifferenceView difference) {
    super(
        Kind.CONFLICT,
        "difference-does-not-allow",
        "%s does not fit a difference of kind %s that is %s; %s would"
            .formatted(action, difference.kind(), difference.status(), difference.actions()),
        Map.of(
            "status",
            difference.status(),
            "actions",
            difference.actions().stream().map(Enum::name).toList()));
  }
}
