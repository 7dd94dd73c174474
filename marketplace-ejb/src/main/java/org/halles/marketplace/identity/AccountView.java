package org.halles.marketplace.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who may sign in.
 *
 * @param language {@code fr} or {@code en}
 * @param roles of the operator's people; empty for everybody else
 */
public record AccountView(
    UUID id, String email, String name, String language, Set<Role> roles, Instant createdAt) {

  public AccountView {
    roles = Set.copyOf(roles);
  }

  /** This account as whoever is asking. */
  public Caller caller() {
    return new Caller(id, email, roles, null);
  }
}
