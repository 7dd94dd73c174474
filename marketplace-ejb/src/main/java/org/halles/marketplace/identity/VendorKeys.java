package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** The keys that are bound to one vendor, whoever made them. */
@ApplicationScoped
public class VendorKeys {

  private static final String LIVE =
      """
      select t.id, t.label, t.scopes, t.created_at, t.last_used_at, a.email
        from access_token t join account a on a.id = t.account_id
       where t.vendor_id = ? and t.kind = 'API_KEY' and t.revoked_at is null
         and (?::uuid is null or t.id < ?)
       order by t.id desc limit ?
      """;

  private Database database;
  private RecentCallers recent;
  private AfterCommit afterCommit;
  private Clock clock;

  protected VendorKeys() {}

  @Inject
  VendorKeys(Database database, RecentCallers recent, AfterCommit afterCommit, Clock clock) {
    this.database = database;
    this.recent = recent;
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  /** Live keys, newest first. The use case that calls this has checked that they may be seen. */
  @Allowed(Role.SIGNED_IN)
  public Page<KeyView> list(UUID vendorId, Paging paging) {
    Optional<Keys> after = paging.keys(1);
    UUID below = after.map(keys -> keys.uuid(0)).orElse(null);
    List<KeyView> rows =
        database.list(LIVE, VendorKeys::read, vendorId, below, below, paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.id()));
  }

  /**
   * Ends a key of this vendor; empty if it has no such key. The use case that calls this has
   * checked that the caller may.
   */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  public Optional<String> revoke(UUID vendorId, UUID keyId) {
    Optional<String> label =
        database.find(
            """
            update access_token set revoked_at = ?
             where id = ? and vendor_id = ? and kind = 'API_KEY' and revoked_at is null
            returning coalesce(label, 'API') as label
            """,
            row -> row.text("label"),
            clock.instant(),
            keyId,
            vendorId);
    afterCommit.run(recent::forgetAll);
    return label;
  }

  /** Ends all keys that somebody made for a vendor, such as when they leave. */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  public void revokeOf(UUID vendorId, UUID accountId) {
    database.update(
        """
        update access_token set revoked_at = ?
         where vendor_id = ? and account_id = ? and kind = 'API_KEY' and revoked_at is null
        """,
        clock.instant(),
        vendorId,
        accountId);
    afterCommit.run(recent::forgetAll);
  }

  private static KeyView read(Row row) throws SQLException {
    return new KeyView(
        row.uuid("id"),
        row.text("label"),
        row.text("scopes") == null ? null : row.texts("scopes"),
        row.text("email"),
        row.instant("created_at"),
        row.instant("last_used_at"));
  }
}
