package org.halles.marketplace.request;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;

/** Looks once a minute for requests and agreements whose time ran out. */
@ApplicationScoped
class LapsingWorker extends SystemWorker {

  private Lapsing lapsing;

  protected LapsingWorker() {}

  @Inject
  LapsingWorker(Lapsing lapsing, CurrentCaller caller, ManagedThreadFactory threads) {
    super("requests", Duration.ofMinutes(1), caller, threads);
    this.lapsing = lapsing;
  }

  @Override
  protected boolean turn() {
    return lapsing.some();
  }
}
