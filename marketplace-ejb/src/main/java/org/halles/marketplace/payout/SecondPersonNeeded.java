package org.halles.marketplace.payout;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Money leaves only when somebody else than the proposer has looked at it. */
public final class SecondPersonNeeded extends Refusal {

  private static final long serialVersionUID = 1L;

  SecondPersonNeeded() {
    super(
        Kind.FORBIDDEN,
        "second-person-needed",
        "you proposed this payout run: ask another person with the finance role to approve it",
        Map.of());
  }
}
