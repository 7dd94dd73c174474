package org.halles.marketplace.importing;

/** What becomes of an article of the file. */
public enum Outcome {
  CREATED,
  UPDATED,
  UNCHANGED,
  FAILED
}
