package org.halles.marketplace.identity;

import java.util.Set;
import java.util.UUID;

/** An administrator gave an account other roles; fired inside the transaction that does it. */
public record RolesChanged(UUID accountId, Set<Role> before, Set<Role> after) {

  public RolesChanged {
    before = Set.copyOf(before);
    after = Set.copyOf(after);
  }
}
