package org.halles.marketplace.refund;

import java.util.Map;
import java.util.UUID;

/**
 * Money will go back: what, why, and by whom.
 *
 * @param vendorOrder the part it is about, or null for several
 * @param by the account, or null for the platform itself
 * @param restocked of units that had left: which are on sale again; null if none of them had left
 * @param toCredit true if the buyer chose store credit instead of what a gateway took
 */
record Decision(
    Claim.Result claim,
    UUID vendorOrder,
    Cause cause,
    String reason,
    UUID by,
    Map<UUID, Integer> restocked,
    boolean toCredit) {

  Decision(Claim.Result claim, UUID vendorOrder, Cause cause, String reason, UUID by) {
    this(claim, vendorOrder, cause, reason, by, null);
  }

  Decision(
      Claim.Result claim,
      UUID vendorOrder,
      Cause cause,
      String reason,
      UUID by,
      Map<UUID, Integer> restocked) {
    this(claim, vendorOrder, cause, reason, by, restocked, false);
  }

  /** The same about more. */
  Decision with(Claim.Result more) {
    return new Decision(more, vendorOrder, cause, reason, by, restocked, toCredit);
  }

  /** Why money goes back. */
  enum Cause {
    REFUND,
    REFUSAL,
    CANCELLATION,
    /** A purchase that a check held was ended: nobody bears anything of it. */
    REVIEW,
    /** The goods came back, as vendor and buyer agreed. */
    RETURN,
    /** The buyer withdrew from the contract, as the law allows. */
    WITHDRAWAL,
    /** Nobody's here: the buyer's bank took it back. */
    CHARGEBACK,
    /** The platform's own money: nobody gives a share of it back. */
    GOODWILL
  }
}
