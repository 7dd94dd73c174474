package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Refusal;

/** Who runs the marketplace, and in which roles. */
@ApplicationScoped
public class Operators {

  /** Nobody takes their own administration away: somebody must be able to give it back. */
  public static final class OwnAdministration extends Refusal {
    private static final long serialVersionUID = 1L;

    OwnAdministration() {
      super(
          Kind.UNPROCESSABLE,
          "own-administration",
          "you cannot give up your own administration: ask another administrator",
          Map.of());
    }
  }

  private AccountStore accounts;
  private Tokens tokens;
  private CurrentCaller current;
  private Event<RolesChanged> changed;

  protected Operators() {}

  @Inject
  Operators(
      AccountStore accounts, Tokens tokens, CurrentCaller current, Event<RolesChanged> changed) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.current = current;
    this.changed = changed;
  }

  /**
   * Gives an account exactly these roles; ends its sessions, which had the former ones.
   *
   * @throws IllegalArgumentException if one of them is no role of the operator's people
   */
  @Transactional
  @Allowed(Role.ADMIN)
  public AccountView assign(UUID accountId, Set<Role> roles) {
    if (!roles.stream().allMatch(Role::isOperator)) {
      throw new IllegalArgumentException(roles + " contains roles that cannot be given");
    }
    if (accountId.equals(current.get().accountId()) && !roles.contains(Role.ADMIN)) {
      throw new OwnAdministration();
    }
    Account account = accounts.get(accountId);
    Set<Role> before = account.view().roles();
    before.stream().filter(role -> !roles.contains(role)).forEach(account::withdraw);
    roles.forEach(account::grant);
    tokens.revokeAll(accountId);
    changed.fire(new RolesChanged(accountId, before, roles));
    return account.view();
  }
}
