package org.halles.plugins.fraud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Points for and against a purchase, and what they were given for. */
final class Suspicion {

  private int points;
  private final List<Map<String, String>> reasons = new ArrayList<>();

  void add(boolean found, int weight, String french, String english) {
    if (found) {
      points += weight;
      reasons.add(
          Map.of("fr", french + " (+" + weight + ")", "en", english + " (+" + weight + ")"));
    }
  }

  /** What speaks for the buyer is no reason to look. */
  void trust(boolean found, int weight) {
    if (found) {
      points -= weight;
    }
  }

  int score() {
    return Math.max(0, Math.min(100, points));
  }

  List<Map<String, String>> reasons() {
    return reasons;
  }
}
