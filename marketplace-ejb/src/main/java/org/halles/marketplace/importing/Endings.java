package org.halles.marketplace.importing;

import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/** Writes down where an import stands, whatever becomes of the step that says so. */
@ApplicationScoped
class Endings {

  private Runs runs;
  private Turns turns;
  private Staging staging;

  protected Endings() {}

  @Inject
  Endings(Runs runs, Turns turns, Staging staging) {
    this.runs = runs;
    this.turns = turns;
    this.staging = staging;
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void entered(UUID id, ImportPhase phase) {
    runs.phase(id, phase);
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void grouped(UUID id) {
    staging.rowsDone(id);
    if (staging.group(id) == 0) {
      ImportProblem empty =
          new ImportProblem(
              true,
              null,
              "",
              null,
              Texts.of("le fichier ne contient aucun article", "the file holds no article"),
              Texts.of(
                  "vérifiez que vous avez choisi le bon fichier",
                  "check that it is the right file"));
      unreadable(id, empty);
    }
  }

  /** The file cannot be read to its end. Nothing was changed, and nothing will be. */
  @Transactional(TxType.REQUIRES_NEW)
  public void unreadable(UUID id, ImportProblem problem) {
    staging.problems(id, null, List.of(problem));
    runs.move(id, ImportStatus.FAILED, ImportStatus.RUNNING, ImportStatus.STOPPING);
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void ended(UUID id, BatchStatus status) {
    switch (status) {
      case STOPPED, STOPPING -> runs.move(id, ImportStatus.STOPPED, ImportStatus.STOPPING);
      case FAILED, ABANDONED -> turns.tryAgain(id);
      default -> {
        if (runs.move(id, ImportStatus.COMPLETED, ImportStatus.RUNNING, ImportStatus.STOPPING)) {
          runs.phase(id, ImportPhase.DONE);
        }
      }
    }
  }
}
