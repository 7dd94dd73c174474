package org.halles.marketplace.returns;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.BackgroundLoop;
import org.jboss.logging.Logger;

/** Watches the deadlines of what goes back. Every node may run it. */
@ApplicationScoped
class ReturnWorker {

  private static final Logger LOG = Logger.getLogger(ReturnWorker.class);
  private static final Duration PAUSE = Duration.ofSeconds(60);
  private static final int BATCH = 50;

  private ReturnClock deadlines;
  private CurrentCaller caller;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected ReturnWorker() {}

  @Inject
  ReturnWorker(ReturnClock deadlines, CurrentCaller caller, ManagedThreadFactory threads) {
    this.deadlines = deadlines;
    this.caller = caller;
    this.threads = threads;
    this.loop = new BackgroundLoop("returns", PAUSE, this::round);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** One round; never more to do at once: what could not be done waits for the next. */
  boolean round() {
    caller.run(
        Caller.SYSTEM,
        () -> {
          each(deadlines.unanswered(BATCH), deadlines::noAnswer);
          each(deadlines.unsent(BATCH), deadlines::notSent);
          each(deadlines.unchecked(BATCH), deadlines::notChecked);
        });
    return false;
  }

  private static void each(List<UUID> ids, Consumer<UUID> step) {
    for (UUID id : ids) {
      try {
        step.accept(id);
      } catch (RuntimeException failure) {
        LOG.warnf(failure, "return %s could not be moved on yet", id);
      }
    }
  }
}
