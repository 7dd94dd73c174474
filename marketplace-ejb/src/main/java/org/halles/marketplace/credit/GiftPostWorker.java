package org.halles.marketplace.credit;

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

/** Looks every minute which gift cards are to be sent. Every node may run it. */
@ApplicationScoped
class GiftPostWorker {

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int BATCH = 50;

  private GiftPost post;
  private CurrentCaller caller;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected GiftPostWorker() {}

  @Inject
  GiftPostWorker(GiftPost post, CurrentCaller caller, ManagedThreadFactory threads) {
    this.post = post;
    this.caller = caller;
    this.threads = threads;
    this.loop = new BackgroundLoop("gift-post", PAUSE, this::round);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** One round; true if there is more to do at once. */
  boolean round() {
    int[] sent = new int[1];
    caller.run(Caller.SYSTEM, () -> sent[0] = post.sendDue(BATCH));
    return sent[0] == BATCH;
  }
}
