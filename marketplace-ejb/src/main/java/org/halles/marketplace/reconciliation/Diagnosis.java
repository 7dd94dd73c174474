package org.halles.marketplace.reconciliation;

import java.util.List;
import java.util.Set;

/**
 * What most likely caused a difference, and what can safely be done about it.
 *
 * @param cause a code; its words are translated
 * @param actions the best first
 */
record Diagnosis(String cause, List<SafeAction> actions) {

  private static final Set<String> SETTLED =
      Set.of("SUCCEEDED", "PAID", "RETURNED", "FAILED", "CANCELLED");

  static Diagnosis of(DifferenceKind kind, String thereState, String hereState) {
    return switch (kind) {
      case MISSING_HERE -> new Diagnosis("made-elsewhere", List.of(SafeAction.EXPLAIN));
      case MISSING_THERE -> new Diagnosis("journal-late", List.of(SafeAction.EXPLAIN));
      case AMOUNT_DIFFERS -> new Diagnosis("changed-there", List.of(SafeAction.EXPLAIN));
      case FEE_DIFFERS ->
          new Diagnosis("fee-known-later", List.of(SafeAction.POST_FEE, SafeAction.EXPLAIN));
      case DUPLICATE -> new Diagnosis("taken-twice", List.of(SafeAction.EXPLAIN));
      case STATE_DIFFERS -> ofStates(thereState, hereState);
    };
  }

  /** Of what a bank took back although too little is left of the purchase. */
  static Diagnosis uncovered() {
    return new Diagnosis("had-it-already", List.of(SafeAction.BOOK_LOSS, SafeAction.EXPLAIN));
  }

  private static Diagnosis ofStates(String thereState, String hereState) {
    if (!SETTLED.contains(hereState)) {
      return new Diagnosis("answer-lost", List.of(SafeAction.ASK_AGAIN, SafeAction.EXPLAIN));
    }
    return "succeeded".equals(thereState) && "FAILED".equals(hereState)
        ? new Diagnosis("succeeded-late", List.of(SafeAction.ASK_AGAIN, SafeAction.EXPLAIN))
        : new Diagnosis("withdrawn-there", List.of(SafeAction.EXPLAIN));
  }
}
