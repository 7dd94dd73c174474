package org.halles.marketplace.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking right now.
 *
 * @param accountId the account signed in, or null for a guest and for the platform itself
 * @param label what the audit log calls them: an e-mail, {@code guest} or {@code system}
 * @param roles operator roles and SYSTEM; never null
 * @param vendorId the one vendor an API key is bound to, or that an operator acts for, or null
 * @param scopes what a key is made for, as its owner's feature names it; null if it is not narrowed
 * @param acting true for an operator who sees a vendor's portal through the vendor's eyes; operator
 *     roles rest meanwhile
 */
public record Caller(
    UUID accountId,
    String label,
    Set<Role> roles,
    UUID vendorId,
    Set<String> scopes,
    boolean acting) {

  /** Nobody in particular. */
  public static final Caller GUEST = new Caller(null, "guest", Set.of(), null);

  /** The platform itself. */
  public static final Caller SYSTEM = new Caller(null, "system", Set.of(Role.SYSTEM), null);

  public Caller {
    roles = Set.copyOf(roles);
    scopes = scopes == null ? null : Set.copyOf(scopes);
  }

  /** Somebody whose key, if it is one, is not narrowed. */
  public Caller(UUID accountId, String label, Set<Role> roles, UUID vendorId) {
    this(accountId, label, roles, vendorId, null, false);
  }

  public Optional<UUID> account() {
    return Optional.ofNullable(accountId);
  }

  public boolean isOperator() {
    return roles.stream().anyMatch(Role::isOperator);
  }

  /** True if this caller fills the role. */
  public boolean is(Role role) {
    return switch (role) {
      case ANYONE -> true;
      case SIGNED_IN -> accountId != null || roles.contains(Role.SYSTEM);
      default ->
          roles.contains(role)
              || roles.contains(Role.ADMIN) && role != Role.SYSTEM
              || roles.contains(Role.SYSTEM);
    };
  }
}
