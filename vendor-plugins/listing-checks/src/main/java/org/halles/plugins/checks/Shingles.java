package org.halles.plugins.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as the set of its runs of three words (Broder's shingles): two texts resemble each other
 * by the share of runs they have in common. The beginning of a long text speaks for all of it.
 */
record Shingles(Set<String> runs) {

  private static final int WORDS = 3;
  private static final int LONGEST = 4_000;
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

  static Shingles of(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    List<String> words = GAP.splitAsStream(Folding.plain(start)).filter(w -> !w.isEmpty()).toList();
    Set<String> runs = new HashSet<>();
    for (int first = 0; first + WORDS <= words.size(); first++) {
      runs.add(String.join(" ", words.subList(first, first + WORDS)));
    }
    return new Shingles(runs);
  }

  /** True if the text is long enough to say anything. */
  boolean tell(int fewest) {
    return runs.size() >= fewest;
  }

  /** Shared runs in percent of all runs, rounded down. */
  int resemblance(Shingles other) {
    Set<String> shared = new HashSet<>(runs);
    shared.retainAll(other.runs);
    int all = runs.size() + other.runs.size() - shared.size();
    return all == 0 ? 0 : 100 * shared.size() / all;
  }
}
