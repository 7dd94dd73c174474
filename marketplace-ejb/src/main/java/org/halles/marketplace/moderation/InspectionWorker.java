package org.halles.marketplace.moderation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.BackgroundLoop;

/** Has the checks look at what was handed in, on one thread of this node, soon after. */
@ApplicationScoped
public class InspectionWorker {

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private Inspection inspection;
  private CurrentCaller caller;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected InspectionWorker() {}

  @Inject
  InspectionWorker(Inspection inspection, CurrentCaller caller, ManagedThreadFactory threads) {
    this.inspection = inspection;
    this.caller = caller;
    this.threads = threads;
    this.loop = new BackgroundLoop("inspection", PAUSE, this::step);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  void wake() {
    loop.wake();
  }

  private boolean step() {
    boolean[] more = new boolean[1];
    caller.run(Caller.SYSTEM, () -> more[0] = inspection.next());
    return more[0];
  }
}
