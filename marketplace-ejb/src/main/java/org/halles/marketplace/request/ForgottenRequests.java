package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.halles.marketplace.catalog.Agreements;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Database;

/** What a person asked for and wrote goes with the person. */
@ApplicationScoped
class ForgottenRequests {

  private Ending ending;
  private Agreements agreements;
  private Database database;
  private Clock clock;

  protected ForgottenRequests() {}

  @Inject
  ForgottenRequests(Ending ending, Agreements agreements, Database database, Clock clock) {
    this.ending = ending;
    this.agreements = agreements;
    this.database = database;
    this.clock = clock;
  }

  void on(@Observes AccountErased erased) {
    UUID account = erased.accountId();
    database
        .list(
            "select id from buyer_request where account_id = ? and status = 'OPEN' for update",
            row -> row.uuid("id"),
            account)
        .forEach(id -> ending.finish(id, RequestStatus.CLOSED));
    // what was agreed may still be paid; if it is not, nobody asks for it any more
    database.update(
        """
        update buyer_request set closes_at = least(closes_at, ?)
         where account_id = ? and status = 'AGREED'
        """,
        clock.instant(),
        account);
    agreements.forget(account);
    database.update(
        """
        update request_message m set body = '—' from buyer_request r
         where r.id = m.request_id and r.account_id = ? and m.author = 'BUYER'
        """,
        account);
    database.update(
        """
        update buyer_request set signature = '—', title = '—', description = '—', city = null,
                                 images = '{}'
         where account_id = ?
        """,
        account);
  }
}
