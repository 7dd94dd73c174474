package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

  /** The code is wrong, was used before, or comes too late. */
  public static final class WrongCode extends Refusal {
    private static final long serialVersionUID = 1L;

    WrongCode() {
      super(
          Kind.UNAUTHENTICATED,
          "wrong-code",
          "the code is wrong, was used already or came too late: wait for the next one, or sign in"
              + " again",
          Map.of());
    }
  }

  private static final int LONGEST_WAIT_SECONDS = 5;

  /** Hashing is made to be slow: no more at once than there are processors. */
  private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  private AccountStore accounts;
  private Tokens tokens;
  private Throttle throttle;
  private SecondFactor secondFactor;
  private SignInChallenges challenges;

  protected SignIn() {}

  @Inject
  SignIn(
      AccountStore accounts,
      Tokens tokens,
      Throttle throttle,
      SecondFactor secondFactor,
      SignInChallenges challenges) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.throttle = throttle;
    this.secondFactor = secondFactor;
    this.challenges = challenges;
  }

  /**
   * Signs in and issues a token.
   *
   * @param email as typed
   * @param address of the network that asks
   * @param kind for a browser or for a program
   * @throws InvalidInput if something was left out
   * @throws WrongCredentials if they are wrong
   * @throws SecondFactorNeeded if they are right and the account wants a code too
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
    AccountView signingIn = account.orElseThrow().view();
    if (secondFactor.isOn(signingIn.id())) {
      throw new SecondFactorNeeded(challenges.open(signingIn.id(), kind));
    }
    return tokens.issue(signingIn, kind);
  }

  /**
   * Signs in with the second step, after the first was answered with {@link SecondFactorNeeded}.
   *
   * @param code of the telephone, or a recovery code
   * @throws WrongCode if it is wrong, or the first step was too long ago
   * @throws TooManyAttempts after too many wrong ones
   */
  @Transactional(dontRollbackOn = Refusal.class)
  @Allowed(Role.ANYONE)
  public SignedIn finish(String challenge, String code) {
    SignInChallenges.Challenge awaited = challenges.find(challenge).orElseThrow(WrongCode::new);
    Limit limit = Limit.Kind.SIGN_IN_HERE.of("code " + awaited.accountId());
    throttle.take(limit);
    if (!secondFactor.accepts(awaited.accountId(), code)) {
      throw new WrongCode();
    }
    throttle.giveBack(limit);
    challenges.close(challenge);
    return tokens.issue(accounts.get(awaited.accountId()).view(), awaited.kind());
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
