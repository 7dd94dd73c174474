package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Database;

/**
 * Binds what an operator signed in with to a vendor for a while. The account stays the operator's:
 * whatever is done meanwhile is written down under their name. Operator roles rest until it ends.
 */
@ApplicationScoped
public class Impersonation {

  private Database database;
  private RecentCallers recent;
  private AfterCommit afterCommit;

  protected Impersonation() {}

  @Inject
  Impersonation(Database database, RecentCallers recent, AfterCommit afterCommit) {
    this.database = database;
    this.recent = recent;
    this.afterCommit = afterCommit;
  }

  /**
   * Sees everything as this vendor from the next request on.
   *
   * @param session the token that the operator's browser or program shows; no API key
   */
  @Transactional
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public boolean begin(String session, UUID vendorId) {
    return bind(session, vendorId);
  }

  /** Is the operator again; does nothing for whoever was nobody else. */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  public boolean end(String session) {
    return bind(session, null);
  }

  private boolean bind(String session, UUID vendorId) {
    byte[] hash = TokenSecret.hash(session);
    int bound =
        database.update(
            """
            update access_token set acting_for = ?
             where token_hash = ? and kind <> 'API_KEY' and revoked_at is null
               and acting_for is distinct from ?
            """,
            vendorId,
            hash,
            vendorId);
    afterCommit.run(() -> recent.forget(hash));
    return bound == 1;
  }
}
