package org.halles.marketplace.books;

import java.time.Instant;
import java.util.List;

/**
 * The result of checking the books.
 *
 * @param balanced true if no check found an offending row
 * @param complete false if a gateway could not be asked, so that a check did not see everything
 * @param since null if everything was checked; else when the books were last found right: only what
 *     came after was checked
 */
public record BooksReport(
    boolean balanced, boolean complete, Instant at, List<Check> checks, Instant since) {

  public BooksReport {
    checks = List.copyOf(checks);
  }

  static BooksReport of(List<Check> checks, Instant at, Instant since) {
    return new BooksReport(
        checks.stream().allMatch(Check::ok),
        checks.stream().allMatch(check -> check.unasked().isEmpty()),
        at,
        checks,
        since);
  }

  /**
   * One invariant.
   *
   * @param id {@code I1} to {@code I23}
   * @param title what must hold
   * @param applies false while nothing of its kind can happen yet; {@code note} says why
   * @param ok true if no row offends
   * @param examined how many rows were looked at
   * @param violations the first hundred offending rows, in words
   * @param unasked the gateways that could not be asked: what they hold was not examined
   */
  public record Check(
      String id,
      String title,
      boolean applies,
      boolean ok,
      long examined,
      String note,
      List<String> violations,
      List<String> unasked) {

    public Check {
      violations = List.copyOf(violations);
      unasked = List.copyOf(unasked);
    }
  }
}
