package org.halles.marketplace.reconciliation;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** What was asked does not fit the difference as it stands. */
public final class NotPossible extends Refusal {

  private static final long serialVersionUID = 1L;

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
