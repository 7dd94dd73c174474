package org.halles.marketplace.moderation;

/** What the checks make of a case, as it is sorted in the queue. */
public enum Risk {
  /** The checks have not looked yet. */
  UNKNOWN,
  /** Nothing, or nothing that weighs. */
  LOW,
  /** A person should look; also where a check could not tell. */
  MEDIUM,
  /** Most likely not allowed. */
  HIGH
}
