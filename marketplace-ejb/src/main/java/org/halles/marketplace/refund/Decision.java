package org.halles.marketplace.refund;

import java.util.UUID;

/**
 * Money will go back: what, why, and by whom.
 *
 * @param vendorOrder the part it is about, or null for several
 * @param by the account, or null for the platform itself
 */
record Decision(Claim.Result claim, UUID vendorOrder, Cause cause, String reason, UUID by) {

  /** Why money goes back. */
  enum Cause {
    REFUND,
    REFUSAL,
    CANCELLATION,
    /** Nobody's here: the buyer's bank took it back. */
    CHARGEBACK
  }
}
