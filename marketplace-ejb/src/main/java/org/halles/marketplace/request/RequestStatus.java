package org.halles.marketplace.request;

/** How far a request has come. */
public enum RequestStatus {
  /** Vendors may make offers. */
  OPEN,
  /** The buyer has accepted an offer and has yet to pay. */
  AGREED,
  /** What was agreed is paid. */
  BOUGHT,
  /** The buyer has closed it. */
  CLOSED,
  /** Its time ran out. */
  EXPIRED,
  /** An operator took it down. */
  TAKEN_DOWN;

  /** True if nothing will come of it any more. */
  public boolean isOver() {
    return this != OPEN && this != AGREED;
  }
}
