package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Violation;

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

  /** The last administrator stays one: somebody must be able to let others in. */
  public static final class LastAdministrator extends Refusal {
    private static final long serialVersionUID = 1L;

    LastAdministrator() {
      super(
          Kind.CONFLICT,
          "last-administrator",
          "this is the last administrator: make somebody else administrator first",
          Map.of());
    }
  }

  private static final String PEOPLE =
      """
      select a.id, a.name, a.email,
             (select string_agg(r.role, ' ') from account_role r
               where r.account_id = a.id) as roles
        from account a
       where a.status = 'ACTIVE' and a.id in (select account_id from account_role)
         and (?::text is null or strpos(lower(a.name || ' ' || a.email), lower(?)) > 0)
      """;

  private AccountStore accounts;
  private Database database;
  private Tokens tokens;
  private CurrentCaller current;
  private Event<RolesChanged> changed;

  protected Operators() {}

  @Inject
  Operators(
      AccountStore accounts,
      Database database,
      Tokens tokens,
      CurrentCaller current,
      Event<RolesChanged> changed) {
    this.accounts = accounts;
    this.database = database;
    this.tokens = tokens;
    this.current = current;
    this.changed = changed;
  }

  /**
   * Everybody with a role.
   *
   * @param words a part of the name or the address; null or blank: everybody
   * @param sort null: by name
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  @Allowed(Role.ADMIN)
  public Page<OperatorView> list(String words, OperatorSort sort, Paging paging) {
    String part = words == null || words.isBlank() ? null : words.strip();
    Ordering<OperatorView> ordering = (sort == null ? OperatorSort.NAME : sort).ordering();
    List<Object> parameters = new ArrayList<>(Arrays.asList(part, part));
    String sql = PEOPLE + ordering.after(paging, parameters) + ordering.orderBy();
    parameters.add(paging.limit() + 1);
    return ordering.page(database.list(sql, Operators::view, parameters.toArray()), paging);
  }

  private static OperatorView view(Row row) throws SQLException {
    return new OperatorView(
        row.uuid("id"), row.text("name"), row.text("email"), TokenSecret.roles(row.text("roles")));
  }

  /**
   * The same for the account with this address, for whoever has no role yet.
   *
   * @throws InvalidInput if there is no account with it
   */
  @Transactional
  @Allowed(Role.ADMIN)
  public AccountView admit(String email, Set<Role> roles) {
    Account account =
        EmailAddress.parse(email)
            .flatMap(accounts::find)
            .filter(Account::isActive)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        new Violation(
                            "email",
                            "belongs to no account: ask the person to register first",
                            email)));
    return assign(account.id(), roles);
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
    if (before.contains(Role.ADMIN) && !roles.contains(Role.ADMIN)) {
      requireAnother(accountId);
    }
    before.stream().filter(role -> !roles.contains(role)).forEach(account::withdraw);
    roles.forEach(account::grant);
    tokens.revokeAll(accountId);
    changed.fire(new RolesChanged(accountId, before, roles));
    return account.view();
  }

  /** All administrators are locked: of two who demote each other, one is refused. */
  private void requireAnother(UUID accountId) {
    boolean another =
        database
            .list(
                """
                select a.id from account a join account_role r on r.account_id = a.id
                 where r.role = 'ADMIN' and a.status = 'ACTIVE' order by a.id for update of a
                """,
                row -> row.uuid("id"))
            .stream()
            .anyMatch(id -> !id.equals(accountId));
    if (!another) {
      throw new LastAdministrator();
    }
  }
}
