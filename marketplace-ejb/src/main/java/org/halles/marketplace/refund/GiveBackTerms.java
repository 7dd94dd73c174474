package org.halles.marketplace.refund;

/**
 * What the platform keeps when money goes back for one reason. The buyer's part is never touched by
 * what is kept of the commission: the vendor pays it.
 *
 * @param commissionKeptBasisPoints of the commission that a rate gave; 10,000 is all of it
 * @param fixedFeeKeptBasisPoints of the commission's fixed amounts per unit, line or order
 * @param gatewayFeeKeptBasisPoints of what the vendor bore of the gateway's fee; gateways usually
 *     keep it all
 * @param buyerFeeKept true if the buyer's fee does not go back
 */
public record GiveBackTerms(
    GiveBackReason reason,
    int commissionKeptBasisPoints,
    int fixedFeeKeptBasisPoints,
    int gatewayFeeKeptBasisPoints,
    boolean buyerFeeKept) {

  private static final int ALL = 10_000;

  /** Everything goes back but what the gateway keeps. */
  static GiveBackTerms everything(GiveBackReason reason) {
    return new GiveBackTerms(reason, 0, 0, ALL, false);
  }

  /** Everything goes back, also what the vendor bore of the gateway's fee: it never sold. */
  static GiveBackTerms undone() {
    return new GiveBackTerms(GiveBackReason.CANCELLATION, 0, 0, 0, false);
  }

  /** What of the gateway's fee goes back, in basis points. */
  int gatewayFeeBack() {
    return ALL - gatewayFeeKeptBasisPoints;
  }

  boolean keepsCommission() {
    return commissionKeptBasisPoints > 0 || fixedFeeKeptBasisPoints > 0;
  }
}
