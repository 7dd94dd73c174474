package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/** People whose password was right and whose code is awaited, for some minutes. */
@ApplicationScoped
class SignInChallenges {

  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /** Whose code is awaited, and what for. */
  record Challenge(UUID accountId, TokenKind kind) {}

  private Database database;
  private Clock clock;

  protected SignInChallenges() {}

  @Inject
  SignInChallenges(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Transactional
  public String open(UUID account, TokenKind kind) {
    String token = TokenSecret.next();
    database.update("delete from sign_in_challenge where expires_at < ?", clock.instant());
    database.update(
        "insert into sign_in_challenge (token_hash, account_id, kind, expires_at)"
            + " values (?, ?, ?, ?)",
        TokenSecret.hash(token),
        account,
        kind,
        clock.instant().plus(LIFETIME));
    return token;
  }

  Optional<Challenge> find(String token) {
    return !TokenSecret.looksLikeOne(token)
        ? Optional.empty()
        : database.find(
            "select account_id, kind from sign_in_challenge where token_hash = ? and expires_at > ?",
            row -> new Challenge(row.uuid("account_id"), row.one("kind", TokenKind.class)),
            TokenSecret.hash(token),
            clock.instant());
  }

  /** Good once. */
  void close(String token) {
    database.update(
        "delete from sign_in_challenge where token_hash = ?", (Object) TokenSecret.hash(token));
  }
}
