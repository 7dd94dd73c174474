package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** People look after their own account. */
@ApplicationScoped
public class Accounts {

  private AccountStore accounts;
  private Tokens tokens;
  private SignIn signIn;
  private Throttle throttle;
  private CurrentCaller current;
  private Event<AccountErased> erased;

  protected Accounts() {}

  @Inject
  Accounts(
      AccountStore accounts,
      Tokens tokens,
      SignIn signIn,
      Throttle throttle,
      CurrentCaller current,
      Event<AccountErased> erased) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.signIn = signIn;
    this.throttle = throttle;
    this.current = current;
    this.erased = erased;
  }

  /** The caller's own account. */
  @Transactional(Transactional.TxType.SUPPORTS)
  @Allowed(Role.SIGNED_IN)
  public AccountView mine() {
    return own().view();
  }

  /** The account with this address. */
  @Transactional(Transactional.TxType.SUPPORTS)
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Optional<AccountView> find(String email) {
    return EmailAddress.parse(email)
        .flatMap(accounts::find)
        .filter(Account::isActive)
        .map(Account::view);
  }

  /** Changes how the caller is called and in which language they are written to. */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  public AccountView introduce(String name, String language) {
    Account account = own();
    Introduction who = Introduction.of(account.view().email(), name, language, List.of());
    account.introduce(who.name(), who.language());
    return account.view();
  }

  /**
   * Changes the caller's password and ends all its sessions and tokens but API keys' owner's:
   * whoever knew the old one is out. The caller signs in again.
   *
   * @param address of the network that asks
   * @throws InvalidInput if the present password is wrong or the new one is not good enough
   */
  @Transactional(dontRollbackOn = InvalidInput.class)
  @Allowed(Role.SIGNED_IN)
  public void changePassword(String present, String wanted, String address) {
    AccountView me = own().view();
    List<Violation> faults = new ArrayList<>();
    if (!isPassword(present, address)) {
      faults.add(new Violation("presentPassword", "is not your password", null));
    }
    faults.addAll(PasswordRules.check("newPassword", wanted, EmailAddress.parse(me.email())));
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    PasswordHash password = PasswordHash.of(wanted);
    own().choosePassword(password);
    tokens.revokeAll(me.id());
  }

  /**
   * Forgets who the caller is. What was bought and sold stays in the books, without a name.
   * Features that keep something personal observe {@link AccountErased} and may refuse.
   *
   * @param givesUpCredit whether what is left of the person's gift cards and store credit is given
   *     up
   * @throws InvalidInput if the password is wrong
   */
  @Transactional
  @Allowed(Role.SIGNED_IN)
  public void erase(String password, String address, boolean givesUpCredit) {
    if (!isPassword(password, address)) {
      throw new InvalidInput(new Violation("password", "is not your password", null));
    }
    Account account = own();
    erased.fire(new AccountErased(account.id(), account.view().email(), givesUpCredit));
    tokens.revokeAll(account.id());
    account.erase();
  }

  private boolean isPassword(String password, String address) {
    Account account = own();
    Limit limit = Limit.Kind.SIGN_IN_HERE.of(account.view().email() + " " + address);
    throttle.take(limit);
    boolean right =
        password != null
            && account.password().map(hash -> signIn.matches(hash, password)).orElse(false);
    if (right) {
      throttle.giveBack(limit);
    }
    return right;
  }

  private Account own() {
    UUID id = current.get().account().orElseThrow(NotAllowed::signInFirst);
    return accounts.get(id);
  }
}
