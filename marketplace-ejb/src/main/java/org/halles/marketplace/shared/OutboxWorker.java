package org.halles.marketplace.shared;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps the outbox empty, on one thread of this node; any number of nodes may do the same. */
@ApplicationScoped
public class OutboxWorker {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration GATHERING = Duration.ofMillis(25);

  private OutboxDelivery delivery;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  protected OutboxWorker() {}

  @Inject
  public OutboxWorker(OutboxDelivery delivery, ManagedThreadFactory threads) {
    this.delivery = delivery;
    this.threads = threads;
    this.loop = new BackgroundLoop("outbox", PAUSE, GATHERING, this::deliver);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** Something was committed. */
  public void wake() {
    loop.wake();
  }

  /** Delivers what is due; true if there may be more. */
  boolean deliver() {
    try {
      return delivery.deliver(OutboxDelivery.BATCH) == OutboxDelivery.BATCH;
    } catch (RuntimeException oneOfThemFailed) {
      return deliverOneByOne(oneOfThemFailed);
    }
  }

  /** A batch is one transaction, so one bad event holds up all: find it and let it wait. */
  private boolean deliverOneByOne(RuntimeException cause) {
    int delivered = 0;
    for (OutboxDelivery.Waiting waiting : delivery.due(OutboxDelivery.BATCH)) {
      try {
        delivered += delivery.deliverOne(waiting.id());
      } catch (RuntimeException failure) {
        delivery.postpone(waiting, failure);
      }
    }
    if (delivered == 0 && delivery.due(1).size() > 0) {
      throw cause;
    }
    return false;
  }
}
