package org.halles.api.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.halles.marketplace.moderation.CaseView;
import org.halles.marketplace.moderation.FindingView;

/**
 * How a listing that waits stands with the moderators.
 *
 * @param kind {@code new} or {@code change}
 * @param round to be sent with a decision, so that nobody decides about what they did not see
 * @param risk {@code unknown} while the checks look, {@code low}, {@code medium} or {@code high}
 * @param assignedTo the account that works on it, or null
 */
public record Review(
    String kind,
    int round,
    Instant submittedAt,
    Instant dueAt,
    boolean late,
    String risk,
    UUID assignedTo,
    String assignee,
    List<FindingView> findings) {

  static Review of(CaseView one, List<FindingView> findings) {
    return new Review(
        one.isChange() ? "change" : "new",
        one.round(),
        one.submittedAt(),
        one.dueAt(),
        one.late(),
        one.risk().name().toLowerCase(Locale.ROOT),
        one.assignedTo(),
        one.assignee(),
        findings);
  }
}
