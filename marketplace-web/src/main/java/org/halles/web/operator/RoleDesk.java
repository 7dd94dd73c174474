package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.identity.OperatorSort;
import org.halles.marketplace.identity.OperatorView;
import org.halles.marketplace.identity.Operators;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;

/** Who runs the marketplace, and in which roles. */
@Named
@RequestScoped
public class RoleDesk {

  private static final List<String> ROLES =
      List.of(Role.ADMIN.name(), Role.MODERATOR.name(), Role.FINANCE.name(), Role.SUPPORT.name());

  private static final String PATH = "/operator/people";
  private static final int SHOWN = 25;

  @Inject
  @Param(name = "q")
  private String words;

  @Inject @Param private String sort;
  @Inject @Param private String cursor;
  @Inject private Operators operators;
  @Inject private Say say;

  private Page<OperatorView> page;
  private final Map<UUID, List<String>> chosen = new HashMap<>();
  private String email;
  private List<String> wanted = List.of();

  public List<OperatorView> getPeople() {
    return page().items();
  }

  private Page<OperatorView> page() {
    if (page == null) {
      page = operators.list(words, getSorts().getChosen(), Paging.of(SHOWN, cursor));
      page.items().forEach(person -> chosen.putIfAbsent(person.accountId(), names(person.roles())));
    }
    return page;
  }

  /** How the list is sorted. */
  public Sorts<OperatorSort> getSorts() {
    return Sorts.of(
        OperatorSort.class, sort, OperatorSort.NAME, () -> Query.of(PATH).with("q", words));
  }

  public String getNext() {
    return page().next() == null
        ? null
        : getSorts().address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : getSorts().address().toString();
  }

  public String getWords() {
    return words;
  }

  private static List<String> names(Set<Role> roles) {
    return new ArrayList<>(roles.stream().map(Role::name).sorted().toList());
  }

  /** Gives a person the roles that are ticked. */
  public void assign(OperatorView person) {
    Set<Role> roles = roles(chosen.getOrDefault(person.accountId(), List.of()));
    if (say.trying(() -> operators.assign(person.accountId(), roles))) {
      say.done("operator.people.saved", person.name());
    }
    page = null;
    chosen.clear();
  }

  /** The same for somebody who has none yet. */
  public void admit() {
    if (say.trying(() -> operators.admit(email, roles(wanted)))) {
      say.done("operator.people.saved", email);
      email = null;
      wanted = List.of();
    }
    page = null;
  }

  private static Set<Role> roles(List<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    names.forEach(name -> roles.add(Role.valueOf(name)));
    return roles;
  }

  public List<String> getRolesToGive() {
    return ROLES;
  }

  /** Ticked roles by account. */
  public Map<UUID, List<String>> getChosen() {
    return chosen;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public List<String> getWanted() {
    return wanted;
  }

  public void setWanted(List<String> wanted) {
    this.wanted = wanted;
  }
}
