package org.halles.marketplace.affiliate;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;
import org.jboss.logging.Logger;

/** Looks every ten minutes whose share has waited long enough. Every node may run it. */
@ApplicationScoped
class MaturingWorker extends SystemWorker {

  private static final Logger LOG = Logger.getLogger(MaturingWorker.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int BATCH = 50;

  private Maturing maturing;

  protected MaturingWorker() {}

  @Inject
  MaturingWorker(Maturing maturing, CurrentCaller caller, ManagedThreadFactory threads) {
    super("affiliates", PAUSE, caller, threads);
    this.maturing = maturing;
  }

  /** Over all that is due; the next one comes after the pause. */
  @Override
  protected boolean turn() {
    List<Maturing.Due> due = maturing.due(null, BATCH);
    while (!due.isEmpty()) {
      each(due);
      due = maturing.due(due.get(due.size() - 1), BATCH);
    }
    return false;
  }

  /** One that cannot be handed over must not hold up the others. */
  private void each(List<Maturing.Due> all) {
    for (Maturing.Due due : all) {
      try {
        maturing.mature(due);
      } catch (RuntimeException failure) {
        LOG.errorf(failure, "what was earned with %s could not be handed over yet", due);
      }
    }
  }
}
