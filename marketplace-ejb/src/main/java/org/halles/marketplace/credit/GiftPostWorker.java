package org.halles.marketplace.credit;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;

/** Looks every minute which gift cards are to be sent. Every node may run it. */
@ApplicationScoped
class GiftPostWorker extends SystemWorker {

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int BATCH = 50;

  private GiftPost post;

  protected GiftPostWorker() {}

  @Inject
  GiftPostWorker(GiftPost post, CurrentCaller caller, ManagedThreadFactory threads) {
    super("gift-post", PAUSE, caller, threads);
    this.post = post;
  }

  @Override
  protected boolean turn() {
    return post.sendDue(BATCH) == BATCH;
  }
}
