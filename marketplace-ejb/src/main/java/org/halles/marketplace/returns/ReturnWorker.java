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
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.BackgroundLoop;
import org.halles.marketplace.shared.Refusal;
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

  /** One round; what could not be done waits for the next. */
  boolean round() {
    caller.run(
        Caller.SYSTEM,
        () -> {
          each(deadlines::unanswered, deadlines::noAnswer);
          each(deadlines::unsent, deadlines::notSent);
          each(deadlines::unchecked, deadlines::notChecked);
        });
    return false;
  }

  /** All that are due; those that fail are stepped over and keep nobody else waiting. */
  private void each(BiFunction<Integer, Integer, List<UUID>> due, Consumer<UUID> step) {
    int failed = 0;
    List<UUID> ids;
    do {
      ids = due.apply(failed, BATCH);
      for (UUID id : ids) {
        failed += moved(id, step) ? 0 : 1;
      }
    } while (ids.size() == BATCH);
  }

  private boolean moved(UUID id, Consumer<UUID> step) {
    try {
      step.accept(id);
      return true;
    } catch (Refusal no) {
      LOG.warnf("return %s is left to the operator: %s", id, no.getMessage());
      return handedOver(id);
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "return %s could not be moved on yet", id);
      return false;
    }
  }

  private boolean handedOver(UUID id) {
    try {
      deadlines.handOver(id);
      return true;
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "return %s could not be handed over yet", id);
      return false;
    }
  }
}
