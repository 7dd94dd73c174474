package org.halles.marketplace.request;

/** Which requests a vendor looks at. */
public enum RequestFilter {
  /** Those it was told of, open and not answered yet. */
  FOR_US,
  /** All that are open. */
  ALL,
  /** Those it has made an offer on. */
  OFFERED
}
