package org.halles.marketplace.moderation;

import java.util.List;
import java.util.Set;

/**
 * Which edits of listings on sale need no person: those whose checks all answered, found nothing
 * that weighs more than a note, and touch only these fields.
 *
 * @param enabled false until the operator says otherwise
 * @param fields of {@link #POSSIBLE}
 * @param earlierApprovals so many decisions for the vendor must have been approvals before
 */
public record EditRule(boolean enabled, Set<String> fields, int earlierApprovals) {

  /** What a rule may let through. */
  public static final List<String> POSSIBLE =
      List.of("attributes", "categoryId", "description", "images", "title", "variants");

  /** Nothing is let through. */
  public static final EditRule NONE = new EditRule(false, Set.of(), 3);

  public EditRule {
    fields = fields == null ? Set.of() : Set.copyOf(fields);
  }

  boolean lets(List<String> changed, Risk risk, long approvals) {
    return enabled
        && risk == Risk.LOW
        && !changed.isEmpty()
        && fields.containsAll(changed)
        && approvals >= earlierApprovals;
  }
}
