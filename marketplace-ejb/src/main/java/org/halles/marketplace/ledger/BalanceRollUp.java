package org.halles.marketplace.ledger;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;

/** Adds new postings to the stored balances every few seconds, so that no checkout locks one. */
@ApplicationScoped
class BalanceRollUp extends SystemWorker {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private Balances balances;

  protected BalanceRollUp() {}

  @Inject
  BalanceRollUp(Balances balances, CurrentCaller caller, ManagedThreadFactory threads) {
    super("balances", PAUSE, caller, threads);
    this.balances = balances;
  }

  @Override
  protected boolean turn() {
    balances.rollUp();
    return false;
  }
}
