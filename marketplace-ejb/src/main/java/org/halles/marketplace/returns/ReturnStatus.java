package org.halles.marketplace.returns;

/** How far goods that go back have come. */
public enum ReturnStatus {
  /** The vendor has to answer. */
  REQUESTED,
  /** The vendor does not take them back. */
  REFUSED,
  /** The buyer may send them. */
  ACCEPTED,
  /** They are on their way. */
  SENT,
  /** The money for what came back as it should went back. */
  COMPLETED,
  /** They came back, but not as they should: no money. */
  REJECTED,
  /** The buyer keeps them after all. */
  CANCELLED,
  /** They were not sent in time. */
  LAPSED;

  /** True while goods may still be received. */
  boolean isUnderWay() {
    return this == ACCEPTED || this == SENT;
  }
}
