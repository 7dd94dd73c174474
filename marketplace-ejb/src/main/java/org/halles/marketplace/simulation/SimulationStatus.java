package org.halles.marketplace.simulation;

/** How far a simulation has come. */
public enum SimulationStatus {
  WAITING,
  RUNNING,
  DONE,
  /** It cannot be told; the simulation says why. */
  FAILED
}
