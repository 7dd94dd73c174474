package org.halles.marketplace.moderation;

import java.util.UUID;

/**
 * Which cases are wanted; null means any.
 *
 * @param change true for edits only, false for new listings only
 * @param risk only of this risk
 * @param assignedTo only those this person works on
 * @param free true for those nobody works on
 * @param late true for those after their target time
 * @param vendor a vendor's slug
 * @param sort by {@link Sort}
 */
public record CaseFilter(
    Boolean change,
    Risk risk,
    UUID assignedTo,
    boolean free,
    boolean late,
    String vendor,
    Sort sort) {

  /** How the queue may be sorted. */
  public enum Sort {
    /** The next to be late first. */
    DUE,
    /** What came last first. */
    NEWEST,
    /** The riskiest first, of these the next to be late. */
    RISK
  }

  /** All of them, the next to be late first. */
  public static final CaseFilter ALL =
      new CaseFilter(null, null, null, false, false, null, Sort.DUE);
}
