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
import org.halles.marketplace.identity.OperatorView;
import org.halles.marketplace.identity.Operators;
import org.halles.marketplace.identity.Role;
import org.halles.web.ui.Say;

/** Who runs the marketplace, and in which roles. */
@Named
@RequestScoped
public class RoleDesk {

  private static final List<String> ROLES =
      List.of(Role.ADMIN.name(), Role.MODERATOR.name(), Role.FINANCE.name(), Role.SUPPORT.name());

  @Inject private Operators operators;
  @Inject private Say say;

  private List<OperatorView> people;
  private final Map<UUID, List<String>> chosen = new HashMap<>();
  private String email;
  private List<String> wanted = List.of();

  public List<OperatorView> getPeople() {
    if (people == null) {
      people = operators.list();
      people.forEach(person -> chosen.putIfAbsent(person.accountId(), names(person.roles())));
    }
    return people;
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
    people = null;
    chosen.clear();
  }

  /** The same for somebody who has none yet. */
  public void admit() {
    if (say.trying(() -> operators.admit(email, roles(wanted)))) {
      say.done("operator.people.saved", email);
      email = null;
      wanted = List.of();
    }
    people = null;
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
