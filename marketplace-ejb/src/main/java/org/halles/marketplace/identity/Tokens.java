package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;

/**
 * Proofs of identity that a browser or a program shows with every request. A token is a random
 * secret; only its hash is kept, so a stolen database signs nobody in.
 */
@ApplicationScoped
public class Tokens {

  private static final int LONGEST_LABEL = 100;
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);

  private static final String LOOK =
      """
      select t.account_id, t.kind, coalesce(t.acting_for, t.vendor_id) as vendor_id, a.email,
             t.acting_for is not null as acting, t.scopes,
             (select string_agg(r.role, ' ') from account_role r
               where r.account_id = a.id and t.vendor_id is null and t.acting_for is null) as roles
        from access_token t join account a on a.id = t.account_id
       where t.token_hash = ? and t.revoked_at is null and a.status = 'ACTIVE'
         and (t.expires_at is null or t.expires_at > ?)
      """;

  private record Shown(Caller caller, boolean isKey) {}

  private Database database;
  private AccountStore accounts;
  private CurrentCaller current;
  private RecentCallers recent;
  private AfterCommit afterCommit;
  private Clock clock;

  protected Tokens() {}

  @Inject
  Tokens(
      Database database,
      AccountStore accounts,
      CurrentCaller current,
      RecentCallers recent,
      AfterCommit afterCommit,
      Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.current = current;
    this.recent = recent;
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  /** Who shows this token, if it is good. Cheap: most answers come from the last few seconds. */
  @Transactional(Transactional.TxType.SUPPORTS)
  @Allowed(Role.ANYONE)
  public Optional<Caller> find(String token) {
    if (!TokenSecret.looksLikeOne(token)) {
      return Optional.empty();
    }
    byte[] hash = TokenSecret.hash(token);
    return recent.find(hash, () -> look(hash));
  }

  /** When a key was used is known to within a few minutes: one write for many requests. */
  private void noteUse(byte[] hash) {
    Instant now = clock.instant();
    database.update(
        """
        update access_token set last_used_at = ?
         where token_hash = ? and (last_used_at is null or last_used_at < ?)
        """,
        now,
        hash,
        now.minus(USE_NOTED_EVERY));
  }

  private Optional<Caller> look(byte[] hash) {
    Optional<Shown> shown =
        database.find(
            LOOK,
            row -> new Shown(caller(row), row.one("kind", TokenKind.class) == TokenKind.API_KEY),
            hash,
            clock.instant());
    if (shown.isPresent() && shown.get().isKey()) {
      noteUse(hash);
    }
    return shown.map(Shown::caller);
  }

  private static Caller caller(Row row) throws SQLException {
    return new Caller(
        row.uuid("account_id"),
        row.text("email"),
        TokenSecret.roles(row.text("roles")),
        row.uuid("vendor_id"),
        row.text("scopes") == null ? null : Set.copyOf(row.texts("scopes")),
        row.flag("acting"));
  }

  /** A token for an account whose owner has just proved it. */
  @Transactional
  SignedIn issue(AccountView account, TokenKind kind) {
    Instant expiresAt =
        kind.lifetime(account.caller().isOperator()).map(clock.instant()::plus).orElse(null);
    return new SignedIn(insert(account.id(), kind, null, null, expiresAt), expiresAt, account);
  }

  /**
   * Makes a long-lived key for an account's programs. The use case that calls this has checked that
   * the account may act for the vendor.
   *
   * @param vendorId the one vendor the key is good for, or null for all that the account may do
   * @param label what its owner calls it
   * @return the key; it cannot be read again
   */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  public String createKey(UUID accountId, UUID vendorId, String label) {
    return createKey(accountId, vendorId, label, null);
  }

  /**
   * The same for a part of what the account may do.
   *
   * @param scopes what the key is made for, or null for everything
   */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  public String createKey(UUID accountId, UUID vendorId, String label, Set<String> scopes) {
    accounts.get(accountId);
    String name = label == null || label.isBlank() ? "API" : label.strip();
    String key =
        insert(
            accountId,
            TokenKind.API_KEY,
            vendorId,
            name.substring(0, Math.min(LONGEST_LABEL, name.length())),
            null);
    if (scopes != null) {
      database.update(
          "update access_token set scopes = ? where token_hash = ?",
          scopes.stream().sorted().toArray(String[]::new),
          TokenSecret.hash(key));
    }
    return key;
  }

  private String insert(
      UUID account, TokenKind kind, UUID vendor, String label, Instant expiresAt) {
    String token = TokenSecret.next();
    database.update(
        """
        insert into access_token (id, account_id, token_hash, kind, vendor_id, label, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        account,
        TokenSecret.hash(token),
        kind,
        vendor,
        label,
        clock.instant(),
        expiresAt);
    return token;
  }

  /** The caller's live tokens, newest first. */
  @Transactional(Transactional.TxType.SUPPORTS)
  @Allowed(Role.SIGNED_IN)
  public List<TokenView> mine() {
    return database.list(
        """
        select id, kind, vendor_id, label, created_at, expires_at from access_token
         where account_id = ? and revoked_at is null and (expires_at is null or expires_at > ?)
         order by id desc limit 100
        """,
        row ->
            new TokenView(
                row.uuid("id"),
                row.one("kind", TokenKind.class),
                row.uuid("vendor_id"),
                row.text("label"),
                row.instant("created_at"),
                row.instant("expires_at")),
        current.get().accountId(),
        clock.instant());
  }

  /** Ends the token that the caller shows: signs out. */
  @Transactional
  @Allowed(Role.ANYONE)
  public void revoke(String token) {
    byte[] hash = TokenSecret.hash(token);
    database.update(
        "update access_token set revoked_at = ? where token_hash = ? and revoked_at is null",
        clock.instant(),
        hash);
    afterCommit.run(() -> recent.forget(hash));
  }

  /**
   * Ends one of the caller's tokens.
   *
   * @throws NotFound if there is none, or it is somebody else's
   */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  public void revoke(UUID tokenId) {
    int revoked =
        database.update(
            """
            update access_token set revoked_at = ?
             where id = ? and account_id = ? and revoked_at is null
            """,
            clock.instant(),
            tokenId,
            current.get().accountId());
    if (revoked == 0) {
      throw new NotFound("token", tokenId);
    }
    afterCommit.run(recent::forgetAll);
  }

  /** Ends all tokens of an account, such as after a change of password. */
  @Transactional
  void revokeAll(UUID accountId) {
    database.update(
        "update access_token set revoked_at = ? where account_id = ? and revoked_at is null",
        clock.instant(),
        accountId);
    afterCommit.run(recent::forgetAll);
  }
}
