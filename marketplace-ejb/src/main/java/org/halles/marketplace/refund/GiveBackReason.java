package org.halles.marketplace.refund;

/** Why money goes back, as far as it decides what the platform keeps. */
public enum GiveBackReason {
  /** Vendor or operator give money back of their own will. */
  REFUND,
  /** The goods came back, as vendor and buyer agreed. */
  RETURN,
  /** The buyer withdrew from the contract, as the law allows. */
  WITHDRAWAL,
  /** The order was refused or cancelled before it left. */
  CANCELLATION,
  /** The buyer's bank took the money back. */
  CHARGEBACK;

  /** The buyer gets the fee back whatever the operator would like: so say the law and the bank. */
  public boolean isBuyersRight() {
    return this == WITHDRAWAL || this == CHARGEBACK;
  }

  static GiveBackReason of(Decision.Cause cause) {
    return switch (cause) {
      case REFUND, GOODWILL -> REFUND;
      case REFUSAL, CANCELLATION, REVIEW -> CANCELLATION;
      case RETURN -> RETURN;
      case WITHDRAWAL -> WITHDRAWAL;
      case CHARGEBACK -> CHARGEBACK;
    };
  }
}
