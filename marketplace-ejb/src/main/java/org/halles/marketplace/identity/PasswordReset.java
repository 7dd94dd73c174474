package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.PasswordForgotten;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;

/**
 * Somebody forgot the password, or was invited and never had one: a link in a letter to the
 * account's address lets them choose one. Nobody learns by asking whether there is an account, and
 * a second factor stays as it was.
 */
@ApplicationScoped
public class PasswordReset {

  /** How long a link lets somebody choose a password. */
  public static final Duration LIFETIME = Duration.ofHours(1);

  /** The link was used, is too old, or never was one. */
  public static final class LinkOver extends Refusal {
    private static final long serialVersionUID = 1L;

    LinkOver() {
      super(
          Kind.CONFLICT,
          "reset-link-over",
          "this link was used already or is older than an hour: ask for another one",
          Map.of());
    }
  }

  /**
   * What the letter says.
   *
   * @param secret opens the page where a password is chosen; it is kept nowhere
   */
  public record Link(AccountView account, String secret) {

    /** Without the secret: this may end up in a log. */
    @Override
    public String toString() {
      return "Link[" + account.id() + "]";
    }
  }

  private Database database;
  private AccountStore accounts;
  private Tokens tokens;
  private Throttle throttle;
  private Outbox outbox;
  private Clock clock;

  protected PasswordReset() {}

  @Inject
  PasswordReset(
      Database database,
      AccountStore accounts,
      Tokens tokens,
      Throttle throttle,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.tokens = tokens;
    this.throttle = throttle;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Asks for a letter. Whether the address is known is looked up later, by the post: the answer and
   * the time it takes are the same for everybody.
   *
   * @param email as typed
   * @param address of the network that asks
   * @throws InvalidInput if that is no e-mail address
   * @throws TooManyAttempts if so many letters were asked for already
   */
  @Transactional
  @Allowed(Role.ANYONE)
  public void ask(String email, String address) {
    EmailAddress to =
        EmailAddress.parse(email)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        new Violation(
                            "email", "must be an e-mail address such as ana@example.org", email)));
    throttle.take(Limit.Kind.LETTERS_TO.of(to.key()), Limit.Kind.LETTERS_FROM.of(address));
    outbox.add(new PasswordForgotten(Ids.next(), to.value(), clock.instant()));
  }

  /** Makes a link for the account with this address; empty if there is none that can be used. */
  @Transactional
  @Allowed(Role.SYSTEM)
  public Optional<Link> open(String email) {
    return EmailAddress.parse(email)
        .flatMap(accounts::find)
        .filter(Account::isActive)
        .map(account -> new Link(account.view(), open(account.id())));
  }

  private String open(UUID account) {
    String secret = TokenSecret.next();
    database.update("delete from password_reset where expires_at < ?", clock.instant());
    database.update(
        "insert into password_reset (token_hash, account_id, expires_at) values (?, ?, ?)",
        TokenSecret.hash(secret),
        account,
        clock.instant().plus(LIFETIME));
    return secret;
  }

  /** True if a password can be chosen with this link now. */
  @Transactional(Transactional.TxType.SUPPORTS)
  @Allowed(Role.ANYONE)
  public boolean isGood(String secret) {
    return TokenSecret.looksLikeOne(secret)
        && database
            .find(
                "select 1 as one from password_reset where token_hash = ? and expires_at > ?",
                row -> row.whole("one"),
                TokenSecret.hash(secret),
                clock.instant())
            .isPresent();
  }

  /**
   * Chooses a password. Every session, token and key of the account ends, and so do its other
   * links; who had a link has shown that the address is theirs.
   *
   * @throws LinkOver if the link is used, too old, or none
   * @throws InvalidInput if the password is not good enough; the link stays good
   */
  @Transactional
  @Allowed(Role.ANYONE)
  public void choose(String secret, String password) {
    Account account = take(secret).flatMap(accounts::find).orElseThrow(LinkOver::new);
    EmailAddress email = EmailAddress.parse(account.view().email()).orElseThrow(LinkOver::new);
    PasswordRules.require("password", password, email);
    account.choosePassword(PasswordHash.of(password));
    account.prove(clock.instant());
    database.update("delete from password_reset where account_id = ?", account.id());
    tokens.revokeAll(account.id());
  }

  /** Of two who come at once with the same link, one gets it. */
  private Optional<UUID> take(String secret) {
    return !TokenSecret.looksLikeOne(secret)
        ? Optional.empty()
        : database.find(
            "delete from password_reset where token_hash = ? and expires_at > ?"
                + " returning account_id",
            row -> row.uuid("account_id"),
            TokenSecret.hash(secret),
            clock.instant());
  }
}
