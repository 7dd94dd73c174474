package org.halles.marketplace.screening;

/** What became of a purchase that was looked at. */
public enum ScreeningState {
  /** Nothing was held. */
  CLEAR,
  /** A person should look at it. */
  HELD,
  /** A person let it go on. */
  RELEASED,
  /** A person ended it, and the money went back. */
  CANCELLED,
  /** Nobody decided: it ended another way, such as without money. */
  ENDED
}
