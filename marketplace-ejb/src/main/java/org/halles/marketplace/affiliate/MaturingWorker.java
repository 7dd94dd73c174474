package org.halles.marketplace.affiliate;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.BackgroundLoop;
import org.jboss.logging.Logger;

/** Looks every ten minutes whose share has waited long enough. Every node may run it. */
@ApplicationScoped
class MaturingWorker {

  private static final Logger LOG = Logger.getLogger(MaturingWorker.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int BATCH = 50;

  private Maturing maturing;
  private CurrentCaller caller;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected MaturingWorker() {}

  @Inject
  MaturingWorker(Maturing maturing, CurrentCaller caller, ManagedThreadFactory threads) {
    this.maturing = maturing;
    this.caller = caller;
    this.threads = threads;
    this.loop = new BackgroundLoop("affiliates", PAUSE, this::round);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** One round over all that is due; the next one comes after the pause. */
  boolean round() {
    caller.run(Caller.SYSTEM, this::all);
    return false;
  }

  private void all() {
    List<Maturing.Due> due = maturing.due(null, BATCH);
    while (!due.isEmpty()) {
      each(due);
      due = maturing.due(due.get(due.size() - 1), BATCH);
    }
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
