package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Database;

/** The bank account of an affiliate whose account is erased is forgotten with it. */
@ApplicationScoped
class ForgottenPayee {

  private Database database;

  protected ForgottenPayee() {}

  @Inject
  ForgottenPayee(Database database) {
    this.database = database;
  }

  void on(@Observes AccountErased erased) {
    database.update(
        "delete from payee_account where payee_id in (select id from affiliate where account_id = ?)",
        erased.accountId());
  }
}
