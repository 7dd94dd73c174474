package org.halles.web.ui;

import java.util.Map;
import java.util.Set;

/** How a status feels to the person who reads it; it decides the colour beside the word. */
final class Mood {

  private static final Map<String, Set<String>> STATUSES =
      Map.of(
          "good",
          Set.of(
              "PAID",
              "CLEAR",
              "RELEASED",
              "WON",
              "SHIPPED",
              "LIVE",
              "APPROVED",
              "ACTIVE",
              "SUCCEEDED",
              "OK",
              "HEALTHY",
              "WELL",
              "ENABLED",
              "ON",
              "COMPLETED",
              "BOUGHT",
              "DONE"),
          "wait",
          Set.of(
              "AWAITING_PAYMENT",
              "AUTHORISED",
              "TO_ACCEPT",
              "IN_REVIEW",
              "HELD",
              "TO_SHIP",
              "PARTLY_SHIPPED",
              "SUBMITTED",
              "CHANGES_REQUESTED",
              "APPLIED",
              "PROPOSED",
              "PENDING",
              "REQUIRES_ACTION",
              "SENT",
              "NEW",
              "UNKNOWN",
              "PARTLY_REFUNDED",
              "PAUSED",
              "QUEUED",
              "WAITING",
              "RUNNING",
              "STOPPING",
              "STOPPED",
              "OPEN",
              "AGREED",
              "OPENED",
              "REQUESTED",
              "ACCEPTED",
              "EVIDENCE_SENT"),
          "bad",
          Set.of(
              "PAYMENT_FAILED",
              "EXPIRED",
              "CANCELLED",
              "REFUSED",
              "REJECTED",
              "SUSPENDED",
              "FAILED",
              "BROKEN",
              "QUARANTINED",
              "TAKEN_DOWN",
              "LAPSED",
              "INCOMPLETE"),
          "done",
          Set.of(
              "DELIVERED",
              "CLOSED",
              "ARCHIVED",
              "RETIRED",
              "REFUNDED",
              "DISABLED",
              "LOST",
              "WITHDRAWN",
              "DECLINED",
              "PARTLY"));

  private Mood() {}

  static String of(Object status) {
    String name = String.valueOf(status);
    return STATUSES.entrySet().stream()
        .filter(mood -> mood.getValue().contains(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("plain");
  }
}
