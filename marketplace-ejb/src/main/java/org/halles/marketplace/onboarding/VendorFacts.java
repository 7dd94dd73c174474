package org.halles.marketplace.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorKind;
import org.halles.marketplace.vendor.VendorStatus;

/**
 * What requirements are judged by.
 *
 * @param checklist false for a vendor that the operator let in without one
 * @param listings how many it has written, drafts included
 * @param ownersWithoutSecondFactor of its owners
 * @param termsAccepted the newest version it accepted, 0 for none
 * @param termsNewest the newest version there is
 * @param termsDue the newest version that must be accepted by now
 * @param termsDueNext when the next version falls due, or null
 * @param documents the newest of each requirement
 */
record VendorFacts(
    UUID id,
    String slug,
    VendorKind kind,
    String country,
    VendorStatus status,
    boolean checklist,
    Instant createdAt,
    Instant submittedAt,
    Instant askedAt,
    String reason,
    Texts tagline,
    Texts story,
    boolean hasReturnPolicy,
    int listings,
    int ownersWithoutSecondFactor,
    int termsAccepted,
    int termsNewest,
    int termsDue,
    LocalDate termsDueNext,
    List<DocumentView> documents,
    LocalDate today) {

  boolean isPrivate() {
    return kind == VendorKind.PRIVATE;
  }

  Optional<DocumentView> document(UUID requirementId) {
    return documents.stream().filter(d -> d.requirementId().equals(requirementId)).findFirst();
  }
}
