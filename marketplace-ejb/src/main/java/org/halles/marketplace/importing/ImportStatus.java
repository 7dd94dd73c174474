package org.halles.marketplace.importing;

/** Where an import stands. */
public enum ImportStatus {
  /** Waits for its turn. */
  QUEUED,
  /** Is being worked on. */
  RUNNING,
  /** Was asked to stop and will, after the articles in hand. */
  STOPPING,
  /** Stopped; can go on where it was. */
  STOPPED,
  /** Done; of a dry run, everything that would change is known. */
  COMPLETED,
  /** The file cannot be read to its end, so nothing was changed. */
  FAILED;

  /** True if nothing more happens by itself. */
  public boolean isAtRest() {
    return this == STOPPED || this == COMPLETED || this == FAILED;
  }
}
