package org.halles.marketplace.identity;

import java.util.Set;
import java.util.UUID;

/** One of the people who run the marketplace. */
public record OperatorView(UUID accountId, String name, String email, Set<Role> roles) {

  public OperatorView {
    roles = Set.copyOf(roles);
  }
}
