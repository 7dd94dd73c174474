package org.halles.marketplace.payout;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** What was asked does not fit where the payout or the run stands. */
public final class WrongPayoutStatus extends Refusal {

  private static final long serialVersionUID = 1L;

  WrongPayoutStatus(String what, Object status, String wanted) {
    super(
        Kind.CONFLICT,
        "wrong-payout-status",
        what + " is " + status + "; only " + wanted + " allows this",
        Map.of("status", String.valueOf(status)));
  }
}
