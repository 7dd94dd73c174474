package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halles.marketplace.shared.Refusal;

/** Somebody opens an account. */
@ApplicationScoped
public class Registration {

  /** There is an account with this address already. */
  public static final class EmailTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    EmailTaken() {
      super(
          Kind.CONFLICT,
          "email-taken",
          "there is an account with this e-mail address: sign in, or use another address",
          Map.of("field", "email"));
    }
  }

  private AccountStore accounts;
  private Throttle throttle;
  private Clock clock;

  protected Registration() {}

  @Inject
  Registration(AccountStore accounts, Throttle throttle, Clock clock) {
    this.accounts = accounts;
    this.throttle = throttle;
    this.clock = clock;
  }

  /**
   * Opens an account with a password.
   *
   * @param address of the network that asks, for the limit on it
   * @throws org.halles.marketplace.shared.InvalidInput with all that is wrong
   * @throws EmailTaken if there is one already
   * @throws TooManyAttempts if the address opened too many
   */
  @Transactional
  @Allowed(Role.ANYONE)
  public AccountView register(NewAccount wanted, String address) {
    Introduction who =
        Introduction.of(
            wanted.email(),
            wanted.name(),
            wanted.language(),
            PasswordRules.check("password", wanted.password(), EmailAddress.parse(wanted.email())));
    throttle.take(Limit.Kind.REGISTRATIONS.of(address));
    // hashed before the transaction needs a connection: it takes long
    PasswordHash password = PasswordHash.of(wanted.password());
    Account account = open(who);
    account.choosePassword(password);
    return account.view();
  }

  /**
   * The account with this address; a new one without a password where there is none, so that
   * somebody can be made a member before they ever signed in.
   */
  @Transactional
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public AccountView invite(String email, String name, String language) {
    Introduction who = Introduction.of(email, name, language, List.of());
    return accounts.find(who.email()).orElseGet(() -> open(who)).view();
  }

  /**
   * Opens an account as the platform itself, for the first operator and for the demo; one that
   * exists is left as it is, but if it was only invited so far it gets the password. The hash is
   * handed in because making one takes long and many accounts of the demo share it.
   */
  @Transactional
  @Allowed(Role.SYSTEM)
  public AccountView open(NewAccount wanted, PasswordHash password, Set<Role> roles) {
    Introduction who = Introduction.of(wanted.email(), wanted.name(), wanted.language(), List.of());
    Account account = accounts.find(who.email()).orElse(null);
    if (account == null) {
      account = open(who);
      roles.forEach(account::grant);
    }
    if (account.password().isEmpty()) {
      account.choosePassword(password);
    }
    return account.view();
  }

  /**
   * The account of somebody who has proved an address: theirs if they have one, else a new one with
   * this password. The use case that calls this has seen the proof.
   *
   * @param password of a new account, or of one that was only invited so far; ignored for others
   * @throws org.halles.marketplace.shared.InvalidInput if a password is needed and not good enough
   */
  @Transactional
  @Allowed(Role.ANYONE)
  public AccountView proved(NewAccount who) {
    Introduction introduction = Introduction.of(who.email(), who.name(), who.language(), List.of());
    Account account = accounts.find(introduction.email()).orElse(null);
    if (account == null || account.password().isEmpty()) {
      PasswordRules.require("password", who.password(), introduction.email());
      account = account == null ? open(introduction) : account;
      account.choosePassword(PasswordHash.of(who.password()));
    }
    account.prove(clock.instant());
    return account.view();
  }

  /** True if nobody can sign in with this address yet: a password is to be chosen. */
  @Transactional(Transactional.TxType.SUPPORTS)
  @Allowed(Role.ANYONE)
  public boolean needsPassword(EmailAddress address) {
    return accounts.find(address).flatMap(Account::password).isEmpty();
  }

  private Account open(Introduction who) {
    if (accounts.find(who.email()).isPresent()) {
      throw new EmailTaken();
    }
    Account account = new Account(who.email(), who.name(), who.language(), clock.instant());
    accounts.add(account);
    return account;
  }
}
