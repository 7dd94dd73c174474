package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Database;

/** Whoever is forgotten is forgotten here too. */
@ApplicationScoped
class Forgetting {

  private Database database;

  protected Forgetting() {}

  @Inject
  Forgetting(Database database) {
    this.database = database;
  }

  void on(@Observes AccountErased erased) {
    database.update("delete from letter where lower(recipient) = lower(?)", erased.email());
  }
}
