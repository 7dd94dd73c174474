package org.halles.marketplace.importing;

/** What an import is at. */
public enum ImportPhase {
  READING,
  FETCHING,
  COMPARING,
  WRITING,
  DONE
}
