package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Does quick things in memory once the running transaction has committed, and never otherwise. */
@ApplicationScoped
public class AfterCommit {

  private TransactionSynchronizationRegistry transactions;

  protected AfterCommit() {}

  @Inject
  public AfterCommit(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /** Must neither block nor touch the database: the buyer waits for it. */
  public void run(Runnable action) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // only the outcome matters
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              action.run();
            }
          }
        });
  }
}
