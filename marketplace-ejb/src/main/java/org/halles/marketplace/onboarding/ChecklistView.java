package org.halles.marketplace.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.vendor.VendorStatus;

/**
 * A vendor's checklist.
 *
 * @param waived true for a vendor that the operator let in without one: steps gate nothing
 * @param submittedAt when it was handed in, or null
 * @param askedAt when the operator asked for more, or null
 * @param reason what the operator said last, or null
 * @param readyToSubmit true if everything that gates selling is done and it waits to be handed in
 */
public record ChecklistView(
    UUID vendorId,
    String slug,
    VendorStatus status,
    boolean waived,
    Instant submittedAt,
    Instant askedAt,
    String reason,
    List<ChecklistStep> steps,
    boolean readyToSubmit) {

  public ChecklistView {
    steps = List.copyOf(steps);
  }

  /** How many steps are over. */
  public int getDone() {
    return (int) steps.stream().filter(ChecklistStep::isOver).count();
  }

  /** Steps done of a hundred. */
  public int getPercent() {
    return steps.isEmpty() ? 100 : 100 * getDone() / steps.size();
  }

  /** What keeps the vendor from selling. */
  public List<ChecklistStep> getSellingMissing() {
    return steps.stream().filter(step -> step.gatesSelling() && !step.isMet()).toList();
  }

  /** True if a bank account is asked for, whether it gates something or not, and none is named. */
  public boolean isAccountMissing() {
    return steps.stream().anyMatch(step -> step.isAboutAccount() && !step.isOver());
  }

  /** What keeps the vendor from being paid. */
  public List<ChecklistStep> getPayoutMissing() {
    return steps.stream().filter(step -> step.gatesPayout() && !step.isMet()).toList();
  }
}
