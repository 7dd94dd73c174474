package org.halles.marketplace.identity;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import org.halles.marketplace.shared.BackgroundLoop;

/**
 * Takes a turn again and again as the system, from the start of the server to its end. Every node
 * has each worker: a turn locks what it works on, or finds that another has done it.
 */
public abstract class SystemWorker {

  private CurrentCaller caller;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  /** For the container. */
  protected SystemWorker() {}

  /**
   * @param name of its thread and in the log
   * @param pause between a turn that did everything and the next
   */
  protected SystemWorker(
      String name, Duration pause, CurrentCaller caller, ManagedThreadFactory threads) {
    this.caller = caller;
    this.threads = threads;
    this.loop = new BackgroundLoop(name, pause, this::round);
  }

  /** Does what is due; true if there is more to do at once. */
  protected abstract boolean turn();

  /** One turn as the system; true if there is more to do at once. */
  public boolean round() {
    boolean[] more = new boolean[1];
    caller.run(Caller.SYSTEM, () -> more[0] = turn());
    return more[0];
  }

  protected void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  protected void stop() {
    loop.stop();
  }
}
