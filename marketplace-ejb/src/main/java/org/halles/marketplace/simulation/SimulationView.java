package org.halles.marketplace.simulation;

import java.time.Instant;
import java.util.UUID;

/**
 * A simulation as operators see it.
 *
 * @param linesTotal lines to look at
 * @param linesDone lines looked at so far
 * @param outcome what came out of it, once it is done; lists leave it out
 * @param fault why it failed, or null
 */
public record SimulationView(
    UUID id,
    SimulationStatus status,
    NewSimulation request,
    int linesTotal,
    int linesDone,
    Outcome outcome,
    String fault,
    Instant createdAt,
    String createdBy,
    Instant finishedAt) {

  /** True while somebody waits for it. */
  public boolean isUnderWay() {
    return status == SimulationStatus.WAITING || status == SimulationStatus.RUNNING;
  }

  /** Hundredths done. */
  public int getProgress() {
    return linesTotal == 0 ? 0 : (int) (100L * linesDone / linesTotal);
  }
}
