package org.halles.marketplace.vendor;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The proof that the caller may act for one vendor, and how far. Only {@link Memberships} makes it,
 * from a checked membership; every use case on a vendor's own things takes one, filters by it, and
 * says with {@link Needs} what it must allow.
 */
public final class VendorScope {

  private final UUID vendorId;
  private final String slug;
  private final String name;
  private final MemberRole role;
  private final Set<Permission> granted;
  private final boolean acting;

  /** All that an owner may. */
  VendorScope(UUID vendorId, String slug) {
    this(vendorId, slug, slug, MemberRole.OWNER, null, false);
  }

  /**
   * @param granted what an API key is made for, or null if it is not narrowed
   * @param acting true for an operator in the vendor's name
   */
  VendorScope(
      UUID vendorId,
      String slug,
      String name,
      MemberRole role,
      Set<Permission> granted,
      boolean acting) {
    this.vendorId = Objects.requireNonNull(vendorId);
    this.slug = Objects.requireNonNull(slug);
    this.name = Objects.requireNonNull(name);
    this.role = Objects.requireNonNull(role);
    this.granted = granted;
    this.acting = acting;
  }

  /** The vendor acted for. */
  public UUID vendorId() {
    return vendorId;
  }

  /** Its name in URLs. */
  public String slug() {
    return slug;
  }

  /** Its name for people. */
  public String name() {
    return name;
  }

  /** What the caller is there. */
  public MemberRole role() {
    return role;
  }

  /** True if an operator acts in the vendor's name. */
  public boolean isActing() {
    return acting;
  }

  /** True if this much is allowed. */
  public boolean may(Permission wanted) {
    return role.may(wanted)
        && (granted == null || granted.stream().anyMatch(own -> own.covers(wanted)))
        && !(acting && wanted.isPersonal());
  }

  /**
   * @throws NotPermitted naming what is missing
   */
  public void require(Permission wanted) {
    if (acting && wanted.isPersonal()) {
      throw NotPermitted.whileActing();
    }
    if (!role.may(wanted)) {
      throw NotPermitted.roleTooSmall(role, wanted);
    }
    if (!may(wanted)) {
      throw NotPermitted.missingScope(wanted);
    }
  }
}
