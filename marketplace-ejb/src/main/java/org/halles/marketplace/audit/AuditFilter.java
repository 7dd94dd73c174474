package org.halles.marketplace.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Which entries are wanted; null means any.
 *
 * @param subjectType such as {@code vendor}
 * @param subjectId with the type
 * @param actorId who did it
 * @param vendorId whose things
 * @param action such as {@code refund-order}
 * @param actor part of an e-mail
 * @param from not before
 * @param until before
 */
public record AuditFilter(
    String subjectType,
    String subjectId,
    UUID actorId,
    UUID vendorId,
    String action,
    String actor,
    Instant from,
    Instant until) {

  /** All entries. */
  public static final AuditFilter ANY = new AuditFilter(null, null, null, null);

  public AuditFilter(String subjectType, String subjectId, UUID actorId, UUID vendorId) {
    this(subjectType, subjectId, actorId, vendorId, null, null, null, null);
  }
}
