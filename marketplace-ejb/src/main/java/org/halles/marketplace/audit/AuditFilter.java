package org.halles.marketplace.audit;

import java.util.UUID;

/**
 * Which entries are wanted; null means any.
 *
 * @param subjectType such as {@code vendor}
 * @param subjectId with the type
 * @param actorId who did it
 * @param vendorId whose things
 */
public record AuditFilter(String subjectType, String subjectId, UUID actorId, UUID vendorId) {

  /** All entries. */
  public static final AuditFilter ANY = new AuditFilter(null, null, null, null);
}
