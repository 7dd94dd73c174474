package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;

/**
 * Somebody proves who they are. Wrong attempts are counted per account and per address of the
 * network; an address that has no account gets the same answer after the same time.
 */
@ApplicationScoped
public class SignIn {

  /** The address or the password is wrong; which one, nobody is told. */
  public static final class WrongCredentials extends Refusal {
    private static final long serialVersionUID = 1L;

    WrongCredentials() {
      super(
          Kind.UNAUTHENTICATED,
          "wrong-credentials",
          "the e-mail address or the password is wrong",
          Map.of());
    }
  }

  private static final int LONGEST_WAIT_SECONDS = 5;

  /** Hashing is made to be slow: no more at once than there are processors. */
  private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  private AccountStore accounts;
  private Tokens tokens;
  private Throttle throttle;

  protected SignIn() {}

  @Inject
  SignIn(AccountStore accounts, Tokens tokens, Throttle throttle) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.throttle = throttle;
  }

  /**
   * Signs in and issues a token.
   *
   * @param email as typed
   * @param address of the network that asks
   * @param kind for a browser or for a program
   * @throws InvalidInput if something was left out
   * @throws WrongCredentials if they are wrong
   * @throws TooManyAttempts after too many wrong ones
   */
  @Allowed(Role.ANYONE)
  public SignedIn signIn(String email, String password, String address, TokenKind kind) {
    refuseBlanks(email, password);
    Optional<EmailAddress> who = EmailAddress.parse(email);
    String whose = who.map(EmailAddress::key).orElse("");
    Limit[] limits = {
      Limit.Kind.SIGN_IN_HERE.of(whose + " " + address),
      Limit.Kind.SIGN_IN_ACCOUNT.of(whose),
      Limit.Kind.SIGN_IN_ADDRESS.of(address)
    };
    throttle.take(limits);
    Optional<Account> account = who.flatMap(accounts::find).filter(Account::isActive);
    Optional<PasswordHash> expected = account.flatMap(Account::password);
    boolean right = matches(expected.orElse(PasswordHash.OF_NOBODY), password);
    if (!right || expected.isEmpty()) {
      throw new WrongCredentials();
    }
    throttle.giveBack(limits);
    return tokens.issue(account.orElseThrow().view(), kind);
  }

  private static void refuseBlanks(String email, String password) {
    List<Violation> missing = new ArrayList<>();
    if (email == null || email.isBlank()) {
      missing.add(new Violation("email", "is needed", null));
    }
    if (password == null || password.isEmpty()) {
      missing.add(new Violation("password", "is needed", null));
    }
    if (!missing.isEmpty()) {
      throw new InvalidInput(missing);
    }
  }

  /** True if this is the account's password; for changes that ask for it again. */
  boolean matches(PasswordHash expected, String password) {
    if (password.length() > 4 * PasswordRules.LONGEST) {
      return false;
    }
    try {
      if (!hashing.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new TooManyAttempts(LONGEST_WAIT_SECONDS);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new TooManyAttempts(LONGEST_WAIT_SECONDS);
    }
    try {
      return expected.matches(password);
    } finally {
      hashing.release();
    }
  }
}
